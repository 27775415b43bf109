package dev.neurite.textbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the recorded runs of `src/test/resources/reference`.
final class Reference {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Reference() {}

    static JsonNode read(String file) {
        return readFrom("/reference/" + file + ".json");
    }

    static JsonNode readFrom(String path) {
        try (InputStream in = Objects.requireNonNull(Reference.class.getResourceAsStream(path), path)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    static double[] vector(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).doubleValue())
                .toArray();
    }

    static int[] integers(JsonNode array) {
        return IntStream.range(0, array.size())
                .map(i -> array.get(i).intValue())
                .toArray();
    }

    static double[][] matrix(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToObj(i -> vector(array.get(i)))
                .toArray(double[][]::new);
    }

    /// A matrix whose columns are what we have as rows.
    static double[][] transposed(JsonNode array) {
        double[][] a = matrix(array);
        return IntStream.range(0, a[0].length)
                .mapToObj(j ->
                        IntStream.range(0, a.length).mapToDouble(i -> a[i][j]).toArray())
                .toArray(double[][]::new);
    }

    /// All numbers of the given matrices, one after the other, row by row.
    static double[] concatenated(double[][]... matrices) {
        return Arrays.stream(matrices)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
