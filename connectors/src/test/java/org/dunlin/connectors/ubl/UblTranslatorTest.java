package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Customer;
import org.junit.jupiter.api.Test;

class UblTranslatorTest {
  @Test
  void theEncodingThatTheFileDeclaresCounts() {
    for (Charset encoding : new Charset[] {StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16}) {
      Sample sample = Sample.creditNote().with("UTF-8", encoding.name());

      assertThat(((Customer) sample.records(encoding).get(0)).name()).isEqualTo("Café Zuid");
    }
  }

  @Test
  void attachmentsMayBeLargerThanAnyTextThatIsRead() {
    Sample sample = Sample.invoice().with("aGVsbG8=", "QUJD".repeat(500_000));

    assertThat(sample.document().number()).isEqualTo("2026-0042");
  }

  @Test
  void aFieldOfTheBuyersLargerThanAnyGenuineOneRefusesTheFile() {
    assertThatThrownBy(
            () -> Sample.invoice().with("Bakkerij Jansen B.V.", "x".repeat(100_001)).records())
        .isInstanceOfSatisfying(
            Untranslatable.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("XML_TOO_LARGE"));
  }

  @Test
  void theSameBytesGiveTheSameRecords() {
    assertThat(Sample.invoice().records()).isEqualTo(Sample.invoice().records());
  }

  @Test
  void aProblemNamesTheFile() {
    assertThat(Sample.invoice().without("IssueDate").problem().source()).isEqualTo("sample.xml");
  }

  @Test
  void aNumberThatNoLedgerCouldFindAgainIsRefused() {
    String number = "9".repeat(501);

    assertThat(Sample.invoice().with("2026-0042", number).problem().code()).isEqualTo("TOO_LONG");
    assertThat(Sample.invoice().with("2026-0042", "9".repeat(500)).document().number())
        .hasSize(500);
  }
}
