package dev.neurite.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.op.Workspace;
import dev.neurite.program.Program;
import java.util.ArrayList;
import java.util.List;
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
}
