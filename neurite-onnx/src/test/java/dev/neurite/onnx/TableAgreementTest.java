package dev.neurite.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtException;
import dev.neurite.activation.Activation;
import dev.neurite.csv.Csv;
import dev.neurite.table.CategoryEncoder;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// ONNX Runtime opens the files of table models and agrees with them on every row.
class TableAgreementTest {
    private static final Path PENGUINS = Path.of("../examples/data/penguins.csv");

    /// Real tables that may not be shipped, beside the checkout where there are any.
    private static final Path SHARED = Path.of("../../shared/data");

    static List<Activation> activations() {
        return Activation.builtIn();
    }

    @Test
    void penguins_everyRow_agrees() throws OrtException {
        Table table = Csv.read(PENGUINS);
        TableModel model = Trained.on(table, "species");
        assertThat(Agreement.check(Bytes.of(model), model, table)).isLessThan(1e-6);
    }

    @ParameterizedTest
    @MethodSource("activations")
    void passengers_mixedAndMissing_agreeWithEveryActivation(Activation activation) throws OrtException {
        Table table = Tables.passengers(1500, 1);
        TableModel model = Trained.on(table, "survived", List.of(), activation, 2);
        assertThat(Agreement.check(Bytes.of(model), model, table)).isLessThan(2e-6);
    }

    @Test
    void passengers_otherRowsWithUnknownCategories_agree() throws OrtException {
        TableModel model = Trained.on(Tables.passengers(1500, 1), "survived");
        assertThat(model.preprocessing().encoders())
                .filteredOn(CategoryEncoder.class::isInstance)
                .anyMatch(encoder -> ((CategoryEncoder) encoder).pooled())
                .anyMatch(encoder -> !((CategoryEncoder) encoder).pooled());
        Table other = Tables.of(
                Tables.column(
                        "pclass",
                        6,
                        row -> List.of("1", "", "3", "1e30", "-1e30", "inf").get(row)),
                Tables.column(
                        "sex",
                        6,
                        row -> List.of("male", "", "other", "MALE", "female ", "0")
                                .get(row)),
                Tables.column(
                        "age",
                        6,
                        row -> List.of("", "-inf", "nan", "1e-30", "1e9", "30").get(row)),
                Tables.column(
                        "fare", 6, row -> List.of("7", "", "", "8", "9", "10").get(row)),
                Tables.column(
                        "home",
                        6,
                        row -> List.of("", "nowhere", "Ω", "Saint-Étienne №1", "-", "?")
                                .get(row)),
                Tables.column(
                        "embarked",
                        6,
                        row -> List.of("S", "Q ", "Q", "", "c", "C").get(row)),
                Tables.column(
                        "boarded",
                        6,
                        row -> List.of("0001-01-01", "9999-12-31", "", "1970-01-01", "1969-12-31", "2000-02-29")
                                .get(row)),
                Tables.column(
                        "born",
                        6,
                        row -> List.of(
                                        "1900-02-28T23:59",
                                        "1900-03-01",
                                        "1600-02-29",
                                        "",
                                        "1969-12-31T23:00",
                                        "1904-02-29T12:00")
                                .get(row)));
        Agreement.check(Bytes.of(model), model, other);
    }

    @Test
    void passengers_oneRow_agrees() throws OrtException {
        TableModel model = Trained.on(Tables.passengers(500, 1), "survived");
        Agreement.check(Bytes.of(model), model, Tables.passengers(1, 2));
    }

    @Test
    void check_ofAnotherModel_fails() {
        Table table = Tables.stones(300, 3);
        TableModel model = Trained.on(table, "price");
        byte[] other = Bytes.of(Trained.on(Tables.stones(300, 4), "price"));
        assertThatThrownBy(() -> Agreement.check(other, model, table)).isInstanceOf(AssertionError.class);
    }

    @Test
    void stones_regression_agrees() throws OrtException {
        Table table = Tables.stones(3000, 3);
        TableModel model = Trained.on(table, "price");
        assertThat(Agreement.check(Bytes.of(model), model, table)).isLessThan(1e-5);
    }

    @ParameterizedTest
    @CsvSource({"penguins, species, sex", "titanic, survived, boat body name ticket cabin", "diamonds, price, table"})
    void realTable_everyRow_agrees(String name, String target, String excluded) throws OrtException {
        Path file = SHARED.resolve(name + ".csv.gz").toAbsolutePath().normalize();
        assumeTrue(Files.isRegularFile(file), () -> "real tables are not shipped, and there is no " + file);
        Table table = Csv.read(file);
        TableModel model = Trained.on(table, target, List.of(excluded.split(" ")), Activation.relu(), 5);
        assertThat(Agreement.check(Bytes.of(model), model, table)).isLessThan(1e-5);
    }
}
