package org.dunlin.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.dunlin.core.model.Payment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files as banks that publish no layout are known to write them, made up for this: what they
 * propose wants at most the number of the account, and then reads them rightly.
 */
class BankStylesTest {
  private static final String ACCOUNT = "NL44RABO0123456789";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ing.csv       | Bakkerij Jansen | NL91ABNA0417164300     | factuur 2026-0042
          rabobank.csv  | Bakkerij Jansen | NL91ABNA0417164300     | factuur 2026-0042 met dank
          abnamro.tab   | BAKKERIJ JANSEN | NL91ABNA0417164300     | FACTUUR 2026-0042
          sparkasse.csv | Bäckerei Jansen | DE02120300000000202051 | Rechnung 2026-0042
          n26.csv       | Bäckerei Jansen | DE02120300000000202051 | Rechnung 2026-0042
          revolut.csv   |                 |                        | Payment from Jansen
          wise.csv      | Jansen          |                        | reference 2026-0042
          """)
  void whatABankIsKnownToWriteProposesADescriptionThatWantsTheAccountAtMost(
      String file, String payer, String iban, String words) throws IOException {
    String content = content(file);
    String yaml = Descriptions.proposed(bytes(content), "test").orElseThrow();
    assertThat(yaml.lines().filter(line -> line.startsWith("# Question")).toList())
        .allMatch(question -> question.contains("which account it is"));

    List<Payment> payments =
        new Reading(yaml.replace("account: \"?\"", "account: \"" + ACCOUNT + "\""))
            .records(content, Payment.class);

    assertThat(payments)
        .extracting(
            payment -> payment.direction() + " " + payment.amount() + " " + payment.bookingDate())
        .containsExactlyInAnyOrder("OUT EUR 1234.50 2026-11-18", "IN EUR 1210.00 2026-11-19");
    Payment in =
        payments.stream()
            .filter(payment -> payment.amount().getAmountMinorInt() == 121_000)
            .findFirst()
            .orElseThrow();
    assertThat(in.payerName()).isEqualTo(payer);
    assertThat(in.payerAccount() == null ? null : in.payerAccount().key()).isEqualTo(iban);
    assertThat(in.remittance()).contains(words);
  }

  private static String content(String file) throws IOException {
    try (InputStream stream = BankStylesTest.class.getResourceAsStream("/csv/styles/" + file)) {
      return new String(
          Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
