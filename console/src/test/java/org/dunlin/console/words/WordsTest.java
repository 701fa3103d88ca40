package org.dunlin.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.dunlin.core.message.Language;
import org.dunlin.store.view.TaskKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
  private final Words words =
      new Words(Language.EN, ZoneId.of("Europe/Amsterdam"), Instant.parse("2026-11-20T12:00:00Z"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EUR | 1210 | EUR 1,210.00",
        "EUR | -0.05 | EUR -0.05",
        "JPY | 1234567 | JPY 1,234,567",
        "KWD | 1.5 | KWD 1.500",
        "EUR | 90071992547409.93 | EUR 90,071,992,547,409.93"
      })
  void amountsHaveTheDecimalsOfTheirCurrency(String currency, BigDecimal amount, String written) {
    assertThat(words.amount(Money.of(CurrencyUnit.of(currency), amount)).replace('\u00a0', ' '))
        .isEqualTo(written);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachTaskHasANameAndSaysWhatToDoNext(Language language) {
    Words said = new Words(language, ZoneId.of("UTC"), Instant.EPOCH);
    for (TaskKind kind : TaskKind.values()) {
      assertThat(said.name(kind)).isNotBlank();
      assertThat(said.say("tasks.next." + kind.name())).isNotBlank();
    }
  }

  /** A second word for the same name would hide the first without a sound. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void noNameIsGivenTwice(Language language) throws IOException {
    Path folder = Path.of("src/main/resources/org/dunlin/console/words", language.code());
    Map<String, Path> given = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.properties")) {
      for (Path file : files) {
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank() && !line.startsWith("#")) {
            String name = line.split("=", 2)[0].strip();
            assertThat(given.put(name, file)).as(name).isNull();
          }
        }
      }
    }
    assertThat(given).isNotEmpty();
  }

  @Test
  void timesAreToldInTheCompanysZone() {
    assertThat(words.time(Instant.parse("2026-11-20T23:30:00Z")))
        .isEqualTo("21 Nov 2026, 00:30:00 CET");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T11:59:58Z, just now",
    "2026-11-20T11:59:20Z, 40 seconds ago",
    "2026-11-20T11:59:00Z, 1 minute ago",
    "2026-11-20T09:00:00Z, 3 hours ago",
    "2026-11-18T11:00:00Z, 2 days ago",
    "2026-11-20T12:00:03Z, just now"
  })
  void timesAreToldFromNow(Instant then, String written) {
    assertThat(words.ago(then)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20, 0", "2026-11-19, 1", "2026-12-01, 0", "2025-11-20, 365"})
  void anInvoiceIsOverdueFromTheDayAfterItsDueDate(LocalDate due, long days) {
    assertThat(words.daysOverdue(due, LocalDate.of(2026, 11, 20))).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "1023, 1023 B", "1536, 1.5 KB", "1048576, 1.0 MB"})
  void sizesAreRounded(long bytes, String written) {
    assertThat(words.size(bytes)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"0, 100, 0", "0.01, 100, 1", "50, 100, 50", "100, 100, 100", "5, 0, 0"})
  void aBarIsNeverInvisibleNorLongerThanItsRail(BigDecimal part, BigDecimal whole, int length) {
    assertThat(words.percent(Money.of(CurrencyUnit.EUR, part), Money.of(CurrencyUnit.EUR, whole)))
        .isEqualTo(length);
  }
}
