package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFormatsTest {
    /// Registered in the test resources.
    public static final class OneCell implements TableFormat {
        @Override
        public List<String> extensions() {
            return List.of(".one", ".one.gz");
        }

        @Override
        public Table read(Path file) {
            return Table.of(file.toString(), List.of(TextColumn.of("cell", List.of("1"))));
        }
    }

    @Test
    void read_registeredExtensionInAnyCase_asksItsFormat() {
        assertThat(TableFormats.read(Path.of("a.ONE.gz")).name()).isEqualTo("a.ONE.gz");
    }

    @Test
    void read_unknownExtension_isRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> TableFormats.read(Path.of("dir", "a.xls")))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("dir/a.xls is not a table that can be read here; the name of one ends in .one, .one.gz.");
    }
}
