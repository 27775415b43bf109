import org.jspecify.annotations.NullMarked;

/// Charts of trainings and of what networks have learned.
@NullMarked
module dev.neurite.report {
    requires static org.jspecify;
    requires transitive dev.neurite.core;
    requires dev.neurite.table;
    requires java.desktop;
    requires org.apache.xmlgraphics.batik.svggen;
    requires org.jfree.jfreechart;

    exports dev.neurite.report;
}
