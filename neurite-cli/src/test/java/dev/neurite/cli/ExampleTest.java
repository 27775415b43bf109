package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `neurite example`.
class ExampleTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"example", "example list"})
    void list_namesTheExamples(String command) {
        assertThat(Cli.run((Object[]) command.split(" ")).isDone().out())
                .containsPattern("  000 +A two-layer network fits x²\\n")
                .contains("  004  ");
    }

    @Test
    void example_withAFolder_printsResultsAndWritesPictures() {
        Path pictures = folder.resolve("new/pictures");
        Cli.Run run = Cli.run("example", "004", "--out", pictures).isDone();

        assertThat(run.out())
                .contains("Loss at iteration 0: 1.09", "Loss at iteration 9000: ")
                .contains("Picture: " + pictures.resolve("004-loss.png"));
        assertThat(run.err()).contains("epoch     1/10000  train 1.0986");
        assertThat(Cli.files(pictures)).containsExactly("004-boundary.png", "004-loss.png");
    }

    @Test
    void example_asSvg_writesSvg() throws IOException {
        Cli.run("example", "000", "--out", folder, "--format", "svg").isDone();
        assertThat(Cli.files(folder)).containsExactly("000-fit.svg", "000-loss.svg");
        assertThat(Files.readString(folder.resolve("000-fit.svg"))).contains("<svg", "System 000");
    }

    @Test
    void example_thatIsNotThere_isRefusedWithTheNames() {
        Cli.Run run = Cli.run("example", "999");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("neurite: NAME must be one of 000, ").endsWith(" or list, got 999.\n");
    }

    @Test
    void data_thatIsNotThere_isRefusedWithTheWayToGetIt() {
        Cli.run("example", "mnist-800", "--out", folder, "--data", folder)
                .isRefusedWith(folder + "/mnist/train-images-idx3-ubyte cannot be read; "
                        + "examples/images/fetch.sh fetches the images, and --data names their folder.");
    }

    @Test
    void heldOut_ofAnExampleWithoutTestImages_isRefusedWithThoseThatHaveThem() {
        Cli.Run run = Cli.run("example", "000", "--out", folder, "--held-out");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("neurite: --held-out is for the examples mnist-800, ")
                .endsWith(", got 000.\n")
                .hasLineCount(1);
    }

    @Test
    void heldOut_withoutTheData_isRefusedAsWithoutIt() {
        Cli.run("example", "mnist-800", "--out", folder, "--data", folder, "--held-out")
                .isRefusedWith(folder + "/mnist/train-images-idx3-ubyte cannot be read; "
                        + "examples/images/fetch.sh fetches the images, and --data names their folder.");
    }

    @Test
    void format_thatIsNotThere_isRefused() {
        Cli.run("example", "000", "--format", "gif").isRefusedWith("--format must be one of png, svg, got gif.");
    }

    @Test
    void out_thatIsAFile_isRefused() {
        Path file = Cli.write(folder.resolve("file"), "");
        Cli.run("example", "000", "--out", file)
                .isRefusedWith("--out " + file + " cannot hold the pictures: it is a file.");
    }
}
