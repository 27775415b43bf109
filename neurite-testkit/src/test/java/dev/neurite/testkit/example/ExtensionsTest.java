package dev.neurite.testkit.example;

import dev.neurite.activation.Activation;
import dev.neurite.testkit.Contract;
import org.junit.jupiter.api.Test;

/// The examples of docs/extending.md keep their contracts.
class ExtensionsTest {
    @Test
    void inverseRoot_always_keepsTheContract() {
        Contract.of(new InverseRoot(1)).verify();
        Contract.of(new InverseRoot(0.25)).verify();
    }

    @Test
    void sine_butForItsGarbage_keepsTheContract() {
        Activation snake =
                Activation.custom("snake", z -> z + 0.5 * (1 - StrictMath.cos(2 * z)), z -> 1 + StrictMath.sin(2 * z));
        Contract.of(snake).verifyAllBut("no garbage");
    }

    @Test
    void softsign_ofTwoLambdas_keepsTheContract() {
        Activation softsign = Activation.custom(
                "softsign", z -> z / (1 + Math.abs(z)), z -> 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z))));
        Contract.of(softsign).verify();
    }

    @Test
    void square_always_keepsTheContract() {
        Contract.of(new Square()).verify();
    }

    @Test
    void cauchy_always_keepsTheContract() {
        Contract.of(new Cauchy()).verify();
    }

    @Test
    void signum_always_keepsTheContract() {
        Contract.of(new Signum()).verify();
    }

    @Test
    void sparse_always_keepsTheContract() {
        Contract.of(new Sparse(15)).verify();
    }

    @Test
    void bend_always_keepsTheContract() {
        Contract.of(new Bend()).verify();
    }
}
