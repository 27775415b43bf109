package dev.neurite.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void write_everyKindOfValue_isJsonInTheGivenOrder() {
        JsonObject object = new JsonObject()
                .put("z", "é\"\\\n")
                .put("a", 1)
                .put("f", 0.1f)
                .put("d", 1e-300)
                .put("t", true)
                .put("list", List.of("x", new JsonObject(), List.of()))
                .put("o", new JsonObject().put("k", "v"));
        assertThat(JsonWriter.write(object))
                .isEqualTo("{\"z\": \"é\\\"\\\\\\u000a\", \"a\": 1, \"f\": 0.1, \"d\": 1.0E-300, \"t\": true,"
                        + " \"list\": [\"x\", {}, []], \"o\": {\"k\": \"v\"}}");
    }

    @Test
    void parse_escapesAndBlanks_areRead() {
        JsonObject object = JsonParser.parse(
                " {\n\"a\" : [ \"\\u00e9\\n\\/\\ud83d\\ude00\" , \"\" ] ,\"b\":{ },\"c\":-1.5e+2,\t\"d\":false} ");
        assertThat(object.strings("a")).containsExactly("é\n/😀", "");
        assertThat(object.object("b").has("x")).isFalse();
        assertThat(object.real("c")).isEqualTo(-150);
        assertThat(object.flag("d")).isFalse();
    }

    @Test
    void numbers_randomBits_comeBackAsTheyWere() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            float single = Float.intBitsToFloat(random.nextInt());
            double twice = Double.longBitsToDouble(random.nextLong());
            if (Float.isFinite(single) && Double.isFinite(twice)) {
                JsonObject back = JsonParser.parse(
                        JsonWriter.write(new JsonObject().put("f", single).put("d", twice)));
                assertThat(back.real("f")).isEqualTo(single);
                assertThat(back.precise("d")).isEqualTo(twice);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "[]",
                "{]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1}x",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":tru}",
                "{\"a\":null}",
                "{\"a\":NaN}",
                "{\"a\":\"}",
                "{\"a\":\"\\q\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u12x4\"}",
                "{a:1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":[1,]}"
            })
    void parse_whatIsNoJson_isRefused(String text) {
        assertThatThrownBy(() -> JsonParser.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accessor_ofAnotherKind_namesTheField() {
        JsonObject object = JsonParser.parse("{\"a\": 1.5, \"b\": \"x\"}");
        assertThatThrownBy(() -> object.string("a")).hasMessage("a must be a text");
        assertThatThrownBy(() -> object.real("b")).hasMessage("b must be a number");
        assertThatThrownBy(() -> object.flag("c")).hasMessage("c is missing");
        assertThatThrownBy(() -> object.integer("a")).isInstanceOf(NumberFormatException.class);
    }
}
