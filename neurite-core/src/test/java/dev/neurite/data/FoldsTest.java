package dev.neurite.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final int[] CLASSES = IntStream.range(0, 101)
            .map(row -> row % 7 == 0 ? 2 : row % 3 == 0 ? 1 : 0)
            .toArray();

    @Test
    void stratified_anyFold_hasItsShareOfEachClass() {
        List<Split> folds = Folds.stratified(CLASSES, 4, Seed.of(1));
        for (Split fold : folds) {
            assertThat(fold.heldOut()).hasSizeBetween(25, 26).isSorted();
            for (int k = 0; k < 3; k++) {
                int index = k;
                double share = Arrays.stream(CLASSES).filter(c -> c == index).count() / 4.0;
                long there = Arrays.stream(fold.heldOut())
                        .filter(row -> CLASSES[row] == index)
                        .count();
                assertThat((double) there).isBetween(Math.floor(share), Math.ceil(share));
            }
        }
    }

    @Test
    void random_allFolds_holdOutEachRowOnce() {
        List<Split> folds = Folds.random(23, 5, Seed.of(2));
        assertThat(folds.stream()
                        .flatMapToInt(fold -> Arrays.stream(fold.heldOut()))
                        .sorted())
                .containsExactly(IntStream.range(0, 23).boxed().toArray(Integer[]::new));
        for (Split fold : folds) {
            assertThat(IntStream.concat(Arrays.stream(fold.train()), Arrays.stream(fold.heldOut()))
                            .sorted())
                    .containsExactly(IntStream.range(0, 23).boxed().toArray(Integer[]::new));
        }
        assertThat(folds.getFirst().heldOut()).isNotEqualTo(new int[] {0, 1, 2, 3, 4});
        assertThat(Folds.random(23, 5, Seed.of(2)).getLast().heldOut())
                .isEqualTo(folds.getLast().heldOut());
    }

    @Test
    void of_classesAndNumbers_stratifiesTheClasses() {
        float[][] inputs = new float[CLASSES.length][1];
        float[] numbers = new float[CLASSES.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = CLASSES[row] + 0.5f;
        }
        Seed seed = Seed.of(3);
        assertThat(Folds.of(Dataset.of(inputs, CLASSES), 3, 4, seed).get(1).heldOut())
                .isEqualTo(Folds.stratified(CLASSES, 4, seed).get(1).heldOut());
        assertThat(Folds.of(Dataset.of(inputs, numbers), 3, 4, seed).get(1).heldOut())
                .isEqualTo(Folds.random(numbers.length, 4, seed).get(1).heldOut());
    }
}
