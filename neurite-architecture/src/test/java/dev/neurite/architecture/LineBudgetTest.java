package dev.neurite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// How long files and methods may be: what does not fit in a reader's head is split.
class LineBudgetTest {
    private static final int FILE = 400;
    private static final int METHOD = 60;

    /// Files that may be longer, in whole or in their methods: tiles of products and of transposes, whose
    /// registers are written out.
    private static final List<String> UNBOUNDED = List.of("VectorTiles.java", "ScalarTiles.java", "VectorPacking.java");

    private static final List<Path> FILES = Sources.files("src/main/java", ".java").stream()
            .filter(file -> !UNBOUNDED.contains(file.getFileName().toString()))
            .toList();

    @Test
    void file_ofTheMainSources_isAtMost400Lines() {
        List<String> tooLong = FILES.stream()
                .filter(file -> Sources.lines(file).size() > FILE)
                .map(Sources::name)
                .toList();

        assertThat(FILES).isNotEmpty();
        assertThat(tooLong).isEmpty();
    }

    @Test
    void method_ofTheMainSources_isAtMost60Lines() throws IOException {
        Map<String, Long> lines = methodLines(FILES);

        assertThat(lines).isNotEmpty();
        lines.values().removeIf(count -> count <= METHOD);
        assertThat(lines).isEmpty();
    }

    @Test
    void unbounded_everyName_isThatOfAFile() {
        List<String> names = Sources.files("src/main/java", ".java").stream()
                .map(file -> file.getFileName().toString())
                .toList();

        assertThat(names).containsAll(UNBOUNDED);
    }

    /// The lines from the first of a method's declaration, annotations included, to its closing brace.
    private static Map<String, Long> methodLines(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, Long> lines = new TreeMap<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodLines(unit, positions, lines).scan(unit, null);
            }
        }
        return lines;
    }

    private static final class MethodLines extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Map<String, Long> lines;

        MethodLines(CompilationUnitTree unit, SourcePositions positions, Map<String, Long> lines) {
            this.unit = unit;
            this.positions = positions;
            this.lines = lines;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            LineMap map = unit.getLineMap();
            long first = map.getLineNumber(positions.getStartPosition(unit, method));
            long last = map.getLineNumber(positions.getEndPosition(unit, method));
            String file = Sources.name(Path.of(unit.getSourceFile().toUri()));
            lines.put(file + ":" + first + " " + method.getName(), last - first + 1);
            return super.visitMethod(method, null);
        }
    }
}
