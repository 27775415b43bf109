package dev.neurite.examples;

import dev.neurite.data.Dataset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Grey images with a class each, as the MNIST files hold them: a byte a pixel, which becomes an input from 0 to 1.
///
/// An IDX file is a magic number (2051 for images, 2049 for labels), one size for each dimension, all of four
/// bytes with the highest first, and then the bytes themselves. LeCun, Cortes, Burges, "The MNIST database of
/// handwritten digits".
final class Images implements Dataset {
    private static final int IMAGE_FILE = 2051;
    private static final int LABEL_FILE = 2049;

    private final int size;
    private final int pixels;
    private final byte[] images;
    private final byte[] labels;

    private Images(int size, int pixels, byte[] images, byte[] labels) {
        this.size = size;
        this.pixels = pixels;
        this.images = images;
        this.labels = labels;
    }

    /// The images `PART-images-idx3-ubyte` and labels `PART-labels-idx1-ubyte` of a folder, either with `.gz`
    /// or without.
    ///
    /// @throws ExampleDataException if a file is missing or is no such file
    static Images read(Path folder, String part) {
        ByteBuffer images = open(folder.resolve(part + "-images-idx3-ubyte"), IMAGE_FILE, 16);
        ByteBuffer labels = open(folder.resolve(part + "-labels-idx1-ubyte"), LABEL_FILE, 8);
        int size = images.getInt();
        int pixels = images.getInt() * images.getInt();
        if (labels.getInt() != size || images.remaining() != (long) size * pixels || labels.remaining() != size) {
            throw new ExampleDataException(
                    "the images and labels of " + part + " in " + folder + " do not belong together");
        }
        return new Images(size, pixels, rest(images), rest(labels));
    }

    private static ByteBuffer open(Path file, int magic, int header) {
        ByteBuffer content = ByteBuffer.wrap(bytes(file));
        if (content.remaining() < header || content.getInt() != magic) {
            throw new ExampleDataException(file + " is no IDX file of the expected kind");
        }
        return content;
    }

    private static byte[] bytes(Path file) {
        Path packed = file.resolveSibling(file.getFileName() + ".gz");
        try {
            if (!Files.exists(packed)) {
                return Files.readAllBytes(file);
            }
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(packed)))) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new ExampleDataException(file
                    + " cannot be read; examples/images/fetch.sh fetches the images, and --data names their folder");
        }
    }

    private static byte[] rest(ByteBuffer buffer) {
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return rest;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int inputs() {
        return pixels;
    }

    @Override
    public int targets() {
        return 1;
    }

    @Override
    public void copyInputs(int row, float[] to, int offset) {
        for (int i = 0; i < pixels; i++) {
            to[offset + i] = (images[row * pixels + i] & 0xff) / 255f;
        }
    }

    @Override
    public void copyTargets(int row, float[] to, int offset) {
        to[offset] = labels[row];
    }

    @Override
    public float weight(int row) {
        return 1;
    }
}
