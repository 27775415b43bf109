package dev.neurite.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.neurite.csv.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example in `docs/model-file.md` runs as it stands there.
class ScoringExampleTest {
    private static final Path PAGE = Path.of("../docs/model-file.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/neurite/onnx/ScoringExampleTest.java");

    @TempDir
    private Path folder;

    @Test
    void example_ofThePage_scores() throws OrtException {
        Path file = folder.resolve("penguins.onnx");
        OnnxFile.write(Trained.on(Csv.read(Path.of("../examples/data/penguins.csv")), "species"), file);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor island = OnnxTensor.createTensor(environment, new String[][] {{"Biscoe"}, {"Dream"}});
                OnnxTensor billLength = OnnxTensor.createTensor(environment, new float[][] {{50.0f}, {Float.NaN}});
                OnnxTensor billDepth = OnnxTensor.createTensor(environment, new float[][] {{16.3f}, {19.5f}});
                OnnxTensor flipperLength = OnnxTensor.createTensor(environment, new float[][] {{230}, {193}});
                OnnxTensor bodyMass = OnnxTensor.createTensor(environment, new float[][] {{5700}, {3800}});
                OnnxTensor sex = OnnxTensor.createTensor(environment, new String[][] {{"male"}, {""}});
                OrtSession.Result result = session.run(Map.of(
                        "island", island,
                        "bill_length_mm", billLength,
                        "bill_depth_mm", billDepth,
                        "flipper_length_mm", flipperLength,
                        "body_mass_g", bodyMass,
                        "sex", sex))) {
            String[] labels = (String[]) result.get("label").orElseThrow().getValue();
            float[][] probabilities =
                    (float[][]) result.get("probabilities").orElseThrow().getValue();
            assertThat(labels[0]).isEqualTo("Gentoo");
            assertThat(probabilities[0][2]).isGreaterThan(0.5f);
            assertThat(labels[1]).isNotEqualTo("Gentoo");
        }
    }

    @Test
    void example_onThePage_isTheOneThatRuns() throws IOException {
        String page = Files.readString(PAGE);
        String example = page.substring(page.indexOf("```java\n") + 8, page.indexOf("```\n\nIn Python"));
        List<String> lines = example.replace("\"penguins.onnx\"", "file.toString()")
                .lines()
                .map(String::strip)
                .filter(line -> line.length() > 1)
                .toList();
        String source = withoutBlanks(Files.readString(SOURCE));
        assertThat(lines)
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(source).contains(withoutBlanks(line)));
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }
}
