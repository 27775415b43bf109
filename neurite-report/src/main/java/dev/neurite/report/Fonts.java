package dev.neurite.report;

import java.awt.AWTError;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/// The fonts of the pictures, from what the machine has.
final class Fonts {
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
    static final Font AXIS = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    private Fonts() {}

    /// Tries to write; without a font the JDK fails in many ways, deep inside.
    ///
    /// @throws ChartException if that does not work
    static void require() {
        try {
            Graphics2D graphics = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB).createGraphics();
            graphics.getFontMetrics(TITLE).stringWidth("f");
            graphics.dispose();
        } catch (RuntimeException | LinkageError | InternalError | AWTError e) {
            throw new ChartException(
                    "pictures need a font and this machine has none that Java can use: install fontconfig and a font"
                            + " (on Debian and Ubuntu: apt-get install fontconfig fonts-dejavu-core)",
                    e);
        }
    }
}
