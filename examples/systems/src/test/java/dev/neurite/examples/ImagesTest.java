package dev.neurite.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import dev.neurite.train.Trainer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Image files, and the examples that learn them, on small images made here.
class ImagesTest {
    private static final int SIDE = 4;

    @TempDir
    private Path data;

    @BeforeEach
    void write() throws IOException {
        Path folder = Files.createDirectories(data.resolve("small"));
        writeImages(folder, "train", 200, 1);
        writeImages(folder, "t10k", 50, 2);
    }

    /// The class of an image is its brightest row; the other pixels are noise below.
    private static void writeImages(Path folder, String part, int count, long seed) throws IOException {
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        header(images, 2051, count, SIDE, SIDE);
        header(labels, 2049, count);
        for (int i = 0; i < count; i++) {
            int bright = Seed.of(seed).below(i, SIDE);
            labels.write(bright);
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                int noise = Seed.of(seed).split("noise").below((long) i * SIDE * SIDE + pixel, 150);
                images.write(pixel / SIDE == bright ? 255 : noise);
            }
        }
        try (OutputStream packed =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(part + "-images-idx3-ubyte.gz")))) {
            images.writeTo(packed);
        }
        Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.toByteArray());
    }

    private static void header(OutputStream to, int... numbers) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    private static ImageClassifier small() {
        Network network = Network.dense(SIDE * SIDE, List.of(16), Activation.relu(), 0, SIDE);
        return new ImageClassifier(
                "small",
                "Small images",
                "small",
                network,
                Trainer.forClassification().withEpochs(30),
                2);
    }

    @Test
    void images_packedAndPlain_areReadAsNumbersFromZeroToOne() {
        Images images = Images.read(data.resolve("small"), "train");
        float[] pixels = new float[SIDE * SIDE];
        float[] label = new float[1];
        for (int row = 0; row < images.size(); row++) {
            images.copyInputs(row, pixels, 0);
            images.copyTargets(row, label, 0);
            for (int pixel = 0; pixel < pixels.length; pixel++) {
                assertThat(pixels[pixel] == 1f).isEqualTo(pixel / SIDE == (int) label[0]);
                assertThat(pixels[pixel]).isBetween(0f, 1f);
            }
        }
        assertThat(images.size()).isEqualTo(200);
        assertThat(images.inputs()).isEqualTo(16);
    }

    @Test
    void classifier_ofSmallImages_learnsThemForEachSeed() {
        Recording recording = Recording.of(small(), data);
        assertThat(recording.lines()).contains("200 images to learn from, 50 test images to measure on");
        assertThat(recording.numbers("Seed 2: test error")[0]).isZero();
        assertThat(recording.numbers("Mean of 2 seeds: test error")[0]).isZero();
        assertThat(recording.pictures()).containsExactly("small-loss");
    }

    @Test
    void classifier_onHeldOut_measuresTheLastSixthOnceWithoutTestImages() throws IOException {
        Files.delete(data.resolve("small/t10k-images-idx3-ubyte.gz"));
        Files.delete(data.resolve("small/t10k-labels-idx1-ubyte"));
        Recording recording = Recording.of(small().onHeldOut().orElseThrow(), data);
        assertThat(recording.lines()).contains("165 images to learn from, 35 held-out images to measure on");
        assertThat(recording.numbers("Seed 1: held-out error")[0]).isZero();
        assertThat(recording.lines()).noneMatch(line -> line.startsWith("Seed 2") || line.startsWith("Mean"));
        assertThat(recording.pictures()).containsExactly("small-held-out-loss");
    }

    @Test
    void examples_withImages_takeTheSizeOfTheirImages() {
        assertThat(Example.images()).allSatisfy(example -> {
            Network network = ((ImageClassifier) example).network();
            assertThat(network.inputs()).isEqualTo(784);
            assertThat(network.outputs()).isEqualTo(10);
        });
    }

    @Test
    void files_thatAreMissingOrDamaged_areNamed() throws IOException {
        assertThatThrownBy(() -> Images.read(data, "train"))
                .isInstanceOf(ExampleDataException.class)
                .hasMessageStartingWith(data.resolve("train-images-idx3-ubyte") + " cannot be read");
        Path labels = data.resolve("small/train-labels-idx1-ubyte");
        Files.write(labels, new byte[] {0, 0, 8, 3, 0, 0, 0, 0});
        assertThatThrownBy(() -> Images.read(data.resolve("small"), "train"))
                .hasMessage(labels + " is no IDX file of the expected kind");
        Files.write(labels, new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 7});
        assertThatThrownBy(() -> Images.read(data.resolve("small"), "train"))
                .hasMessageContaining("do not belong together");
    }
}
