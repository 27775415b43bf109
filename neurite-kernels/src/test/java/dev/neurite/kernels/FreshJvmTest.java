package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What happens once in the life of a JVM: the choice of kernels, and its end.
@Tag("once")
class FreshJvmTest {
    /// Says which kernels were chosen, uses them and a team, and leaves without closing it.
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            Kernels kernels = Kernels.best();
            float[] x = {1f, 2f, 3f};
            Team.of(4).run(4, (part, parts) -> Kernels.best().exp(x, 0, new float[3], 0, 3));
            System.out.println("chosen: " + kernels.description());
        }
    }

    @Test
    void best_withoutTheIncubatorModule_isScalarAndSaysSoOnce() throws Exception {
        String output = run();
        assertThat(output).contains("chosen: scalar");
        assertThat(output.split("--add-modules jdk.incubator.vector", -1)).hasSize(2);
    }

    @Test
    void best_scalarOnPurpose_isSilent() throws Exception {
        String output = run("-Dneurite.simd=scalar");
        assertThat(output).contains("chosen: scalar").doesNotContain("--add-modules");
    }

    @Test
    void best_withTheModule_isTheVectorApi() throws Exception {
        assertThat(run("--add-modules", "jdk.incubator.vector")).contains("chosen: Vector API, ");
    }

    @Test
    void best_smallerWidthOnPurpose_isThatWidth() throws Exception {
        assertThat(run("--add-modules", "jdk.incubator.vector", "-Dneurite.simd=128"))
                .contains("chosen: Vector API, 128 bits");
    }

    @Test
    void best_widthBeyondTheMachine_isTheLargestBelow() throws Exception {
        assertThat(run("--add-modules", "jdk.incubator.vector", "-XX:MaxVectorSize=16", "-Dneurite.simd=512"))
                .contains("chosen: Vector API, 128 bits")
                .contains("neurite.simd=512 is more than this machine has");
    }

    @Test
    void best_unknownSetting_isRefused() throws Exception {
        assertThat(run("-Dneurite.simd=1024"))
                .contains("neurite.simd must be one of auto, scalar, 128, 256, 512, got 1024");
    }

    private static String run(String... flags) throws IOException, InterruptedException {
        return ChildJvm.run(Main.class, List.of(flags));
    }
}
