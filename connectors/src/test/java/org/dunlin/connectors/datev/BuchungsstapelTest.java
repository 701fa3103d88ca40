package org.dunlin.connectors.datev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The file that DATEV takes. */
class BuchungsstapelTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

  static final PostingBatch NOVEMBER =
      new PostingBatch(
          1001,
          456,
          LocalDate.of(2026, 1, 1),
          4,
          LocalDate.of(2026, 11, 1),
          LocalDate.of(2026, 11, 30),
          "Zahlungen November",
          CurrencyUnit.EUR,
          LocalDateTime.of(2026, 12, 1, 8, 30, 0));

  @Test
  void theHeaderSaysWhatTheBatchIs() throws IOException {
    String[] fields = lines().get(0).split(";", -1);

    assertThat(fields).hasSize(31);
    assertThat(lines().get(0))
        .startsWith(
            "\"EXTF\";700;21;\"Buchungsstapel\";9;20261201083000000;;\"DU\";\"Dunlin\";\"\";1001;456;20260101;4;20261101;20261130;\"Zahlungen"
                + " November\";\"\";1;0;0;\"EUR\"");
  }

  @Test
  void everyLineHasEveryColumn() throws IOException {
    List<String> lines = lines(posting("Müller; \"Söhne\"", "RE-1"));

    assertThat(ExtfColumns.NAMES).hasSize(120).doesNotHaveDuplicates();
    assertThat(lines.get(1)).startsWith("Umsatz (ohne Soll/Haben-Kz);").endsWith(";Land");
    assertThat(lines.get(2))
        .startsWith(
            "1210,00;\"S\";;;;;1800;10001;;0311;\"RE-1\";;24,20;\"Müller; \"\"Söhne\"\"\";");
    assertThat(lines.get(2).replace("Müller; ", "").split(";", -1)).hasSize(120);
  }

  @Test
  void textsAreOfTheLengthAndTheCharactersThatTheirFieldTakes() throws IOException {
    String line = lines(posting("=cmd\r\nname" + "x".repeat(80), "RE 2026_0042.1/7")).get(2);

    assertThat(line).contains("\"RE202600421/7\"");
    assertThat(line).contains("\"cmd name" + "x".repeat(52) + "\"");
    assertThat(lines(posting("Łódź ☃", "1")).get(2)).contains("\"?ód? ?\"");
  }

  @Test
  void whatDatevWouldNotTakeIsRefused() {
    Money one = Money.parse("EUR 1.00");
    for (Posting wrong :
        List.of(
            new Posting(Money.parse("EUR 0.00"), true, "1800", "10001", DAY, null, null, null),
            new Posting(Money.parse("USD 1.00"), true, "1800", "10001", DAY, null, null, null),
            new Posting(one, true, "180000", "10001", DAY, null, null, null),
            new Posting(one, true, "1800", "D-17", DAY, null, null, null),
            new Posting(one, true, "1800", "10001", DAY, null, one.negated(), null),
            new Posting(one, true, "1800", "10001", DAY.minusDays(3), null, null, null))) {
      assertThatThrownBy(() -> lines(wrong))
          .as(wrong.toString())
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(
            () ->
                new PostingBatch(
                    1001,
                    1,
                    DAY,
                    4,
                    DAY,
                    DAY.plusYears(1),
                    "x",
                    CurrencyUnit.EUR,
                    DAY.atStartOfDay()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Posting posting(String text, String document) {
    return new Posting(
        Money.parse("EUR 1210.00"),
        true,
        "1800",
        "10001",
        DAY,
        document,
        Money.parse("EUR 24.20"),
        text);
  }

  private static List<String> lines(Posting... postings) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExtfWriter writer = new ExtfWriter(out, NOVEMBER);
    for (Posting posting : postings) {
      writer.write(posting);
    }
    assertThat(writer.postings()).isEqualTo(postings.length);
    String text = out.toString(WINDOWS);
    assertThat(text).endsWith("\r\n");
    return List.of(text.split("\r\n"));
  }
}
