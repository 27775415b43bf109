package dev.neurite.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Rows;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {
    @ParameterizedTest
    @CsvSource({"10, 4, 4 4 2", "9, 4, 4 5", "8, 4, 4 4", "5, 4, 5", "1, 4, 1", "3, 1, 1 1 1", "3, 2, 3", "7, 9, 7"})
    void next_singleRowLeftOver_joinsTheBatchBefore(int rows, int batchSize, String expected) {
        Batches batches = Batches.inOrder(Dataset.of(new float[rows][2], new float[rows]), batchSize);
        Program program = Program.forPrediction(Network.of(2, Dense.linear(1)), batches.batchSize());
        Workspace workspace = program.workspace(new float[program.layout().length()], new float[0]);
        List<String> sizes = new ArrayList<>();
        while (batches.hasNext()) {
            sizes.add(Integer.toString(batches.next(program, workspace)));
        }
        assertThat(String.join(" ", sizes)).isEqualTo(expected);
        assertThat(batches.perEpoch()).isEqualTo(sizes.size());
    }

    @Test
    void next_allRowsAtOnce_areGatheredOnceForAWorkspaceAndKeepTheirOrder() {
        Counted data = new Counted(Dataset.of(new float[][] {{1}, {2}, {3}, {4}, {5}}, new float[5]));
        Batches batches = Batches.shuffled(data, 5, Seed.of(1));
        Program program = Program.forPrediction(Network.of(1, Dense.linear(1)), 5);
        Workspace first = workspace(program);
        Workspace second = workspace(program);

        assertThat(epoch(batches, 0, program, first)).containsExactly(1f, 2f, 3f, 4f, 5f);
        assertThat(epoch(batches, 1, program, first)).containsExactly(1f, 2f, 3f, 4f, 5f);
        assertThat(data.copied).isEqualTo(5);
        assertThat(epoch(batches, 2, program, second)).containsExactly(1f, 2f, 3f, 4f, 5f);
        assertThat(data.copied).isEqualTo(10);
    }

    @Test
    void next_partOfTheRows_areGatheredEachTimeInANewOrder() {
        Counted data = new Counted(Dataset.of(new float[][] {{1}, {2}, {3}, {4}, {5}, {6}}, new float[6]));
        Batches batches = Batches.shuffled(data, 4, Seed.of(1));
        Program program = Program.forPrediction(Network.of(1, Dense.linear(1)), 4);
        Workspace workspace = workspace(program);

        Set<List<Float>> orders = new HashSet<>();
        for (int epoch = 0; epoch < 10; epoch++) {
            orders.add(epoch(batches, epoch, program, workspace));
        }
        assertThat(orders).hasSizeGreaterThan(5);
        assertThat(data.copied).isEqualTo(10 * 4);
    }

    private static Workspace workspace(Program program) {
        return program.workspace(new float[program.layout().length()], new float[0]);
    }

    /// The inputs of the first batch of an epoch.
    private static List<Float> epoch(Batches batches, int epoch, Program program, Workspace workspace) {
        batches.start(epoch);
        int rows = batches.next(program, workspace);
        Rows inputs = workspace.values(program.input());
        return IntStream.range(0, rows).mapToObj(row -> inputs.at(row, 0)).toList();
    }

    /// Counts the rows that are copied.
    private static final class Counted implements Dataset {
        private final Dataset all;
        private int copied;

        Counted(Dataset all) {
            this.all = all;
        }

        @Override
        public int size() {
            return all.size();
        }

        @Override
        public int inputs() {
            return all.inputs();
        }

        @Override
        public int targets() {
            return all.targets();
        }

        @Override
        public void copyInputs(int row, float[] to, int offset) {
            copied++;
            all.copyInputs(row, to, offset);
        }

        @Override
        public void copyTargets(int row, float[] to, int offset) {
            all.copyTargets(row, to, offset);
        }

        @Override
        public float weight(int row) {
            return all.weight(row);
        }
    }
}
