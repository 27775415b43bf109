package dev.neurite.testkit.example;

import dev.neurite.activation.Activation;
import dev.neurite.testkit.Contract;
import org.junit.jupiter.api.Test;

/// The examples of docs/extending.md keep their contracts.
class ExtensionsTest {
    @Test
    void snake_always_keepsTheContract() {
        Contract.of(new Snake()).verifyAllBut("no garbage");
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
