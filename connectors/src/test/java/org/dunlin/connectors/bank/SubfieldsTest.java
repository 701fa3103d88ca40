package org.dunlin.connectors.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.connectors.bank.Subfields.Part;
import org.junit.jupiter.api.Test;

/** Fields that a bank marked within a text are taken out of it. */
class SubfieldsTest {
  @Test
  void aTextWithoutMarksIsThePayers() {
    for (String text :
        new String[] {
          "invoice 2026-0042", "1+1 = 2", "/2026/42", "who? 20 pieces", "https://example.org/a/b"
        }) {
      assertThat(Subfields.of(text).get(Part.TEXT)).isEqualTo(text);
    }
  }

  @Test
  void germanMarksAreFields() {
    Subfields fields =
        Subfields.of(
            "EREF+E-1 KREF+NOTPROVIDED MREF+M-1 CRED+DE98ZZZ09999999999"
                + " SVWZ+Rechnung 2026-0042 ABWA+Holding GmbH");

    assertThat(fields.get(Part.TEXT)).isEqualTo("Rechnung 2026-0042");
    assertThat(fields.get(Part.END_TO_END_ID)).isEqualTo("E-1");
    assertThat(fields.get(Part.INSTRUCTION_ID)).isNull();
    assertThat(fields.get(Part.MANDATE_ID)).isEqualTo("M-1");
    assertThat(fields.get(Part.PAYER_ID)).isEqualTo("DE98ZZZ09999999999");
    assertThat(fields.get(Part.ULTIMATE_NAME)).isEqualTo("Holding GmbH");
  }

  @Test
  void wordsBeforeTheFirstMarkStay() {
    assertThat(Subfields.of("Gutschrift SVWZ+R 1").get(Part.TEXT)).isEqualTo("Gutschrift R 1");
  }

  @Test
  void slashMarksAreFields() {
    Subfields fields =
        Subfields.of(
            "/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/B. JANSEN"
                + "/REMI/factuur 2026/0042/EREF/NOTPROVIDED");

    assertThat(fields.get(Part.TEXT)).isEqualTo("factuur 2026/0042");
    assertThat(fields.get(Part.IBAN)).isEqualTo("NL91ABNA0417164300");
    assertThat(fields.get(Part.BIC)).isEqualTo("ABNANL2A");
    assertThat(fields.get(Part.NAME)).isEqualTo("B. JANSEN");
    assertThat(fields.get(Part.END_TO_END_ID)).isNull();
  }

  @Test
  void anEmptySlashFieldDoesNotSwallowTheNext() {
    Subfields fields = Subfields.of("/ORDP//NAME/A. B./REMI/USTD//invoice 9/");

    assertThat(fields.get(Part.NAME)).isEqualTo("A. B.");
    assertThat(fields.get(Part.TEXT)).isEqualTo("invoice 9");
  }

  @Test
  void aStructuredRemittanceIsTheCreditorsReference() {
    Subfields fields = Subfields.of("/REMI/STRD/CUR/RF18539007547034/");

    assertThat(fields.get(Part.CREDITOR_REFERENCE)).isEqualTo("RF18539007547034");
    assertThat(fields.get(Part.TEXT)).isNull();
  }

  @Test
  void theGermanLayoutIsLinesAndFields() {
    Subfields fields =
        Subfields.of(
            "166?00GUTSCHRIFT?20SVWZ+Rechnung Nummer 2026-0?21042 vom Mai?30GENODEF1?31DE1?32Anna?33Berg");

    assertThat(fields.get(Part.TEXT)).isEqualTo("Rechnung Nummer 2026-0042 vom Mai");
    assertThat(fields.get(Part.NAME)).isEqualTo("Anna Berg");
    assertThat(fields.get(Part.BIC)).isEqualTo("GENODEF1");
  }
}
