package org.dunlin.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dunlin.connectors.Translator;
import org.dunlin.core.model.Payment;
import org.junit.jupiter.api.Test;

class StatementExtractTest {
  private static final String OURS = "NL44RABO0123456789";
  private static final String THEIRS = "NL91ABNA0417164300";
  private static final String FILE =
      "Made:;2026-11-23\n"
          + "Account;Date;Amount;Text\n"
          + (OURS + ";2026-11-18;1.00;\"a;\"\"b\"\"\"\n")
          + (OURS + ";2026-11-19;3.00;c\n")
          + (THEIRS + ";2026-11-18;2.00;theirs\n");

  @Test
  void theRowsOfAnAccountAreAFileOfTheirOwnThatReadsAlike() throws IOException {
    String extract = extract(OURS);

    assertThat(extract).startsWith("Made:;2026-11-23").doesNotContain(THEIRS, "theirs");
    List<Payment> whole = Reading.BANK.records(FILE, Payment.class);
    assertThat(Reading.BANK.records(extract, Payment.class))
        .containsExactly(whole.get(0), whole.get(1));
    assertThat(extract(OURS)).isEqualTo(extract);
  }

  @Test
  void aListOfInvoicesHasNone() {
    Reading customers =
        new Reading(
            "description: test\n"
                + "title: x\n"
                + "kind: customers\n"
                + "delimiter: \",\"\n"
                + "columns: {name: Name}\n");
    byte[] file = "Name,Other\nA,b\n".getBytes(StandardCharsets.UTF_8);
    Translator translator = customers.descriptions().detect(file).orElseThrow().translator();

    assertThatThrownBy(
            () ->
                translator.statementsOf(
                    account -> true,
                    new ByteArrayInputStream(file),
                    "file",
                    OutputStream.nullOutputStream()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static String extract(String account) throws IOException {
    byte[] file = FILE.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reading.BANK
        .descriptions()
        .detect(file)
        .orElseThrow()
        .translator()
        .statementsOf(
            each -> each.key().equals(account), new ByteArrayInputStream(file), "file", out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
