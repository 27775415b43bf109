package dev.neurite.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FontsTest {
    /// Draws in a JVM of its own.
    static final class Drawing {
        private Drawing() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) {
            try {
                FunctionChart.of(Activation.relu(), -1, 1).writePng(Path.of(arguments[0]));
            } catch (ChartException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void write_onAMachineWithoutFonts_saysWhatToInstall() throws IOException, InterruptedException {
        Path fonts = folder.resolve("fonts.conf");
        Files.writeString(fonts, "<fontconfig><dir>" + folder + "</dir></fontconfig>");
        Path picture = folder.resolve("chart.png");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder,
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Drawing.class.getName(),
                picture.toString());
        builder.environment().put("FONTCONFIG_FILE", fonts.toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output)
                .isEqualTo("pictures need a font and this machine has none that Java can use: install fontconfig and a"
                        + " font (on Debian and Ubuntu: apt-get install fontconfig fonts-dejavu-core)"
                        + System.lineSeparator());
        assertThat(picture).doesNotExist();
    }
}
