package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTest {
    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Test
    void micros_localTimes_areTakenAsTheyStand() {
        String[] texts = {"1970-01-01T00:00", "2026-11-22T09:30", "1969-12-31T23:59:59.999999", "0001-01-01T00:00:00"};
        for (String text : texts) {
            Instant expected = LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            assertThat(DateText.micros(text)).as(text).isEqualTo(micros(expected));
            assertThat(DateText.micros(text.replace('T', ' '))).as(text).isEqualTo(micros(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T00:15Z", "2026-11-22T00:15:30.5+01:00", "2026-11-22T23:15:30-05:30"})
    void micros_timesWithAZone_areInstants(String text) {
        assertThat(DateText.micros(text))
                .isEqualTo(micros(OffsetDateTime.parse(text).toInstant()));
    }

    @Test
    void micros_digitsBeyondTheMicrosecond_areDropped() {
        assertThat(DateText.micros("1970-01-01T00:00:00.123456789")).isEqualTo(123_456);
        assertThat(DateText.micros("1970-01-01T00:00:00.1")).isEqualTo(100_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-01",
                "2026-00-01",
                "2026-02-30",
                "2023-02-29",
                "2026-01-00",
                "26-01-01",
                "2026-1-1",
                "2026-01-01T24:00",
                "2026-01-01T00:60",
                "2026-01-01T00:00:60",
                "2026-01-01T",
                "2026-01-01x",
                "2026-01-01T00:00+19:00",
                "2026-01-01T00:00+01:60",
                "2026/01/01",
                "20260101",
                "",
                "today",
                "2026-01-01Z"
            })
    void micros_otherTexts_areNoDates(String text) {
        assertThat(DateText.micros(text)).isEqualTo(DateText.NONE);
    }

    @Test
    void micros_everyDayOfFourCenturies_isLocalDates() {
        for (LocalDate day = LocalDate.of(1800, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
            assertThat(DateColumn.daysOf(DateText.micros(day.toString()))).isEqualTo((double) day.toEpochDay());
        }
    }

    @Test
    void monthAndWeekday_anyDay_areLocalDates() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            int day = i < 150_000 ? i - 75_000 : random.nextInt(-100_000_000, 100_000_000);
            LocalDate date = LocalDate.ofEpochDay(day);
            assertThat(DateEncoder.month(day)).as("%s", date).isEqualTo(date.getMonthValue());
            assertThat(DateEncoder.weekday(day))
                    .as("%s", date)
                    .isEqualTo(date.getDayOfWeek().getValue() - 1);
        }
    }

    @Test
    void encode_dateWithTime_marksItsMonthAndWeekday() {
        DateEncoder encoder = new DateEncoder(new NumberEncoder("d", 20_000, 100, 8, true));
        float[] to = new float[encoder.width() + 2];
        encoder.encode((float) DateColumn.daysOf(DateText.micros("2026-11-22T18:00")), to, 1); // a Sunday
        assertThat(encoder.width()).isEqualTo(21);
        assertThat(to[1]).isEqualTo((20_779.75f - 20_000) / 100);
        assertThat(to[2]).isZero();
        for (int month = 1; month <= 12; month++) {
            assertThat(to[2 + month]).isEqualTo(month == 11 ? 1 : 0);
        }
        for (int weekday = 0; weekday < 7; weekday++) {
            assertThat(to[15 + weekday]).isEqualTo(weekday == 6 ? 1 : 0);
        }
        assertThat(encoder.inputNames())
                .hasSize(21)
                .startsWith("d", "d missing", "d month 1")
                .endsWith("d Sunday");
    }

    @Test
    void encode_beforeTheEpoch_roundsDown() {
        DateEncoder encoder = new DateEncoder(new NumberEncoder("d", 0, 1, 8, false));
        float[] to = new float[encoder.width()];
        encoder.encode(-0.25f, to, 0); // 18:00 on Wednesday, 31 December 1969
        assertThat(to[12]).isEqualTo(1);
        assertThat(to[13 + 2]).isEqualTo(1);
    }

    @Test
    void encode_missing_hasNoMonthAndNoWeekday() {
        DateEncoder encoder = new DateEncoder(new NumberEncoder("d", 5, 2, 8, true));
        float[] to = new float[encoder.width()];
        java.util.Arrays.fill(to, 9);
        encoder.encode(Float.NaN, to, 0);
        float[] expected = new float[encoder.width()];
        expected[1] = 1;
        assertThat(to).containsExactly(expected);
    }
}
