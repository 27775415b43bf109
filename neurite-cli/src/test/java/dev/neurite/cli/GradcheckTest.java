package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `neurite gradcheck`.
class GradcheckTest {
    @Test
    void json_hasAnErrorForEachWeightAndBias() {
        JsonNode layers = Cli.run("gradcheck", "--layers", "20,10,8,5", "--json")
                .isDone()
                .json()
                .get("layers");
        assertThat(layers.size()).isEqualTo(3);
        for (JsonNode layer : layers) {
            assertThat(layer.propertyNames()).containsExactly("weight", "bias");
            // never exactly 0: rounding alone is more than that
            assertThat(layer.get("weight").doubleValue()).isBetween(1e-14, 1e-7);
            assertThat(layer.get("bias").doubleValue()).isBetween(1e-14, 1e-7);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--activation tanh --rows 8",
                "--activation gelu --loss squared-error",
                "--loss binary-cross-entropy --rows 3 --seed 7",
                "--at-most 5"
            })
    void gradcheck_withOptions_findsSmallErrors(String options) {
        String command = "gradcheck --json --layers 6,5,4 " + options;
        JsonNode layers = Cli.run((Object[]) command.split(" ")).isDone().json().get("layers");
        assertThat(layers.size()).isEqualTo(2);
        assertThat(layers)
                .allSatisfy(
                        layer -> assertThat(layer.get("weight").doubleValue()).isBetween(1e-14, 1e-7));
    }

    @Test
    void table_namesWhatWasChecked() {
        assertThat(Cli.run("gradcheck", "--layers", "6,4,3", "--at-most", "10")
                        .isDone()
                        .out())
                .contains("layer1.weight       10  ", "layer1.bias          4  ", "layer2.bias          3  ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --layers 5           | --layers must be two or more positive whole numbers such as 500,100,10, got 5.
            --layers 5,0,2       | --layers must be two or more positive whole numbers such as 500,100,10, got 5,0,2.
            --layers 5,x         | --layers must be two or more positive whole numbers such as 500,100,10, got 5,x.
            --layers 5,3,1       | --layers must end in at least 2 outputs for cross-entropy, got 1.
            --layers 9999,9999,2 | --layers must make a network of at most 10,000,000 parameters, got 100,010,000.
            --layers 5,2 --rows 0 | --rows must be between 1 and 10000, got 0.
            --layers 5,2 --at-most 0 | --at-most must be positive, got 0.
            --layers 5,2 --loss hinge | --loss must be one of binary-cross-entropy, cross-entropy, squared-error, got hinge.
            """)
    void gradcheck_withAnOptionOutOfRange_isRefused(String options, String sentence) {
        Cli.run((Object[]) ("gradcheck " + options).split(" ")).isRefusedWith(sentence);
    }

    @Test
    void gradcheck_withoutLayers_isRefused() {
        Cli.run("gradcheck").isRefusedWith("--layers SIZES is needed. (neurite gradcheck --help explains its usage)");
    }
}
