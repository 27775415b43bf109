package dev.neurite.report;

import dev.neurite.table.file.WholeFile;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Element;

/// A chart as a picture in a file.
final class Picture {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final JFreeChart chart;

    private Picture(JFreeChart chart) {
        this.chart = chart;
    }

    static Picture of(Chart chart) {
        Fonts.require();
        return new Picture(Plots.of(chart));
    }

    void writePng(Path file) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        draw(image.createGraphics());
        write(file, out -> {
            try (MemoryCacheImageOutputStream buffered = new MemoryCacheImageOutputStream(out)) {
                ImageIO.write(image, "png", buffered);
            }
        });
    }

    void writeSvg(Path file) {
        write(file, this::svg);
    }

    private void svg(OutputStream out) throws IOException {
        SVGGraphics2D graphics;
        try {
            graphics = new SVGGraphics2D(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK has no XML documents", e);
        }
        graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        draw(graphics);
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 %d %d".formatted(WIDTH, HEIGHT));
        graphics.stream(root, new OutputStreamWriter(out, StandardCharsets.UTF_8), true, false);
    }

    private static void write(Path file, WholeFile.Content content) {
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write %s: %s".formatted(file, WholeFile.reason(e)), e);
        }
    }

    private void draw(Graphics2D graphics) {
        chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        graphics.dispose();
    }
}
