package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `train --log`.
class LogTest {
    @TempDir
    private Path folder;

    private Cli.Run train(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "train", Cli.PENGUINS, "--target", "species", "--quiet", "--out", folder.resolve("model.onnx")));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray());
    }

    private static List<JsonNode> events(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private static List<JsonNode> events(List<JsonNode> all, String name) {
        return all.stream()
                .filter(each -> each.at("/event").asString().equals(name))
                .toList();
    }

    @Test
    void train_intoCsv_hasALineForEachEpoch() throws IOException {
        Path log = Cli.write(folder.resolve("log.CSV"), "an old log");
        JsonNode result = train("--log", log, "--epochs", 6, "--json").isDone().json();

        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSize(1 + 6).first().isEqualTo("epoch,trainingLoss,validationLoss,accuracy,seconds");
        String[] best = lines.get(result.at("/bestEpoch").asInt()).split(",", -1);
        assertThat(best[0]).isEqualTo(result.at("/bestEpoch").asString());
        assertThat(best[2]).isEqualTo(result.at("/validation/loss").asString());
        assertThat(best[3]).isEqualTo(result.at("/validation/accuracy").asString());
        assertThat(lines.stream()
                        .skip(1)
                        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
                        .min())
                .hasValue(result.at("/validation/loss").asDouble());
    }

    @Test
    void train_intoJsonLines_hasEveryEvent() throws IOException {
        Path log = folder.resolve("log.jsonl");
        JsonNode result = train("--log", log, "--epochs", 4, "--diagnose", "--json")
                .isDone()
                .json();

        List<JsonNode> all = events(log);
        assertThat(all.getFirst().at("/event").asString()).isEqualTo("started");
        assertThat(all.getFirst().at("/rows").asInt())
                .isEqualTo(result.at("/trainingRows").asInt());
        assertThat(all.getLast())
                .hasToString("{\"event\":\"finished\",\"end\":\"COMPLETED\",\"seconds\":%s}"
                        .formatted(all.getLast().at("/seconds")));
        assertThat(events(all, "epochEnded")).hasSize(4);
        assertThat(events(all, "diagnosed")).hasSize(4);
        assertThat(events(all, "improved").getLast().at("/epoch")).isEqualTo(result.at("/bestEpoch"));
    }

    @Test
    void train_withALogAndADiagnosis_writesTheSameModel() throws IOException {
        train("--epochs", 3).isDone();
        byte[] without = Files.readAllBytes(folder.resolve("model.onnx"));

        train("--epochs", 3, "--log", folder.resolve("log.csv"), "--diagnose").isDone();
        assertThat(folder.resolve("model.onnx")).hasBinaryContent(without);
    }

    @Test
    void train_thatDiverges_leavesItsLog() throws IOException {
        Path log = folder.resolve("log.jsonl");
        Cli.Run run = train("--log", log, "--learning-rate", "1e30");

        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode diverged = events(events(log), "diverged").getFirst();
        assertThat(run.err())
                .contains("diverged at step %s (epoch %s) in %s:"
                        .formatted(
                                diverged.at("/step"),
                                diverged.at("/epoch"),
                                diverged.at("/place").asString()));
        assertThat(Cli.files(folder)).containsExactly("log.jsonl");
    }

    @Test
    void train_ofDataThatAreRefused_leavesTheOldLog() {
        Path log = Cli.write(folder.resolve("log.csv"), "an old log");
        Path data = Cli.write(folder.resolve("data.csv"), "x,species", "1,a", "2,a,b");
        Cli.Run run =
                Cli.run("train", data, "--target", "species", "--log", log, "--out", folder.resolve("model.onnx"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(log).hasContent("an old log");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --log log.txt        | --log must end in .csv or .jsonl, got log.txt.
            --log log            | --log must end in .csv or .jsonl, got log.
            --log log.csv.gz     | --log must end in .csv or .jsonl, got log.csv.gz.
            --folds 3 --log l.csv | Only one of --folds and --log can be given.
            --folds 3 --diagnose | Only one of --folds and --diagnose can be given.
            """)
    void train_wrongUsage_isRefused(String options, String sentence) {
        train((Object[]) options.split(" ")).isRefusedWith(sentence);
        assertThat(Cli.files(folder)).isEmpty();
    }

    @Test
    void train_intoALogThatCannotBe_isRefusedBeforeTraining() throws IOException {
        Path data = Files.copy(Cli.PENGUINS, folder.resolve("data.csv"));
        Path both = folder.resolve("both.csv");
        Path none = folder.resolve("none/log.csv");
        Path taken = Files.createDirectory(folder.resolve("folder.csv"));
        String start = "--log %s cannot be written: ";

        Cli.run("train", data, "--target", "species", "--log", data, "--out", both)
                .isRefusedWith(start.formatted(data) + "it is read by the same command.");
        Cli.run("train", data, "--target", "species", "--log", both, "--out", folder.resolve("./both.csv"))
                .isRefusedWith(start.formatted(both) + "it is the file of --out.");
        train("--log", none).isRefusedWith(start.formatted(none) + "there is no folder " + none.getParent() + ".");
        train("--log", taken).isRefusedWith(start.formatted(taken) + "it is a directory.");
        assertThat(Cli.files(folder)).containsExactly("data.csv", "folder.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"full.csv", "full.jsonl"})
    @EnabledOnOs(OS.LINUX)
    void train_intoALogOnAFullDisk_failsInOneSentence(String name) throws IOException {
        Path log = Files.createSymbolicLink(folder.resolve(name), Path.of("/dev/full"));
        Cli.Run run = train("--log", log, "--epochs", 2);

        assertThat(run.err())
                .isEqualTo("neurite: --log " + log
                        + " cannot be written: No space left on device; no model was written.\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Cli.files(folder)).containsExactly(name);
    }
}
