package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  @Test
  void anEnvelopeIsRecognisedAndOpened() {
    Sample envelope = envelope(bare(Sample.invoice()));

    assertThat(Formats.detect(envelope.text().getBytes(StandardCharsets.UTF_8)))
        .contains(Format.UBL);
    assertThat(envelope.records()).isEqualTo(Sample.invoice().records());
  }

  @Test
  void everyDocumentInItIsRead() {
    Sample envelope = envelope(bare(Sample.invoice()) + bare(Sample.creditNote()));

    assertThat(envelope.records())
        .filteredOn(Invoice.class::isInstance)
        .extracting("id")
        .containsExactly("2026-0042", "CREDIT_NOTE:2026-0042");
  }

  @Test
  void whatIsWrongWithOneLeavesTheOthersAlone() {
    List<CanonicalRecord> records =
        envelope(
                bare(Sample.invoice().without("IssueDate"))
                    + "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"><a/></Order>"
                    + bare(Sample.creditNote()))
            .records();

    assertThat(records).hasSize(4);
    assertThat(((Problem) records.get(0)).code()).isEqualTo("MISSING_ELEMENT");
    assertThat(((Problem) records.get(1)).code()).isEqualTo("UNKNOWN_FORMAT");
    assertThat(((Problem) records.get(1)).message()).contains("Order");
    assertThat(records.get(3)).isInstanceOf(Invoice.class);
  }

  @Test
  void anEmptyEnvelopeIsRefused() {
    assertThatThrownBy(() -> envelope("").records())
        .isInstanceOfSatisfying(
            Untranslatable.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("UNKNOWN_FORMAT"));
  }

  private static String bare(Sample document) {
    return document.text().replaceFirst("<\\?xml[^>]*\\?>", "");
  }

  private static Sample envelope(String documents) {
    return new Sample(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><StandardBusinessDocument"
            + " xmlns=\"http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader\">"
            + "<StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion>"
            + "<Sender><Identifier Authority=\"iso6523-actorid-upis\">0106:1</Identifier></Sender>"
            + "</StandardBusinessDocumentHeader>"
            + documents
            + "</StandardBusinessDocument>");
  }
}
