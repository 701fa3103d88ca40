package org.dunlin.connectors.pain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A refund is one SEPA transfer, which the schema of ISO allows. */
class TransferWriterTest {
  private static final LocalDate ON = LocalDate.of(2026, 11, 27);
  private static final TransferFile FILE =
      new TransferFile(
          "0192f3a4b5c6",
          ON.atTime(12, 0),
          "Müller & Zoon B.V.",
          "NL44RABO0123456789",
          ON,
          Money.parse("EUR 40.00"),
          "Café «Noord» " + "x".repeat(80),
          "DE89370400440532013000",
          "0192f3a4b5c6",
          "CN-2026-77 #1");

  @Test
  void itSaysWhoGetsHowMuchAndByWhichReference() {
    assertThat(TransferWriter.write(FILE))
        .contains(
            "<EndToEndId>0192f3a4b5c6</EndToEndId>",
            "<InstdAmt Ccy=\"EUR\">40.00</InstdAmt>",
            "<CtrlSum>40.00</CtrlSum>",
            "<IBAN>NL44RABO0123456789</IBAN>",
            "<IBAN>DE89370400440532013000</IBAN>",
            "CN-2026-77")
        .doesNotContain("&", "«", "é")
        .isEqualTo(TransferWriter.write(FILE));
  }

  @Test
  void theSchemaAllowsIt() throws Exception {
    Path schema =
        Path.of(System.getProperty("dunlin.samples", ""))
            .resolve("sepa/xsd-pain/pain.001.001.09.xsd");
    assumeTrue(Files.exists(schema), "skipped: -Ddunlin.samples does not name the sample files");
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(schema.toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(TransferWriter.write(FILE))));
  }
}
