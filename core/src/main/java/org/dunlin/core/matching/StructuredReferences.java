package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.RemittanceReference;
import org.dunlin.core.reference.CreditorReference;
import org.jspecify.annotations.Nullable;

/**
 * The references that a payment gives in fields of their own, and those that a text quotes and that
 * are long enough, or prove themselves by check digits, to be nothing else.
 */
final class StructuredReferences {
  /**
   * Of digits without a check that we know; shorter ones are customer numbers, dates, telephones.
   */
  private static final int SHORTEST_IN_TEXT = 12;

  private final OpenDocuments documents;
  private final Mentions references;

  StructuredReferences(OpenDocuments documents) {
    this.documents = documents;
    this.references = new Mentions(documents.references());
  }

  /** What fits at least one open invoice; what is given twice counts once. */
  List<Citation> of(Payment payment) {
    Map<List<Invoice>, Citation> citations = new LinkedHashMap<>();
    for (RemittanceReference reference : payment.references()) {
      cite(citations, structured(reference, payment));
    }
    if (payment.creditorReference() != null) {
      String key = Text.compact(payment.creditorReference());
      String saying = "creditor reference " + payment.creditorReference();
      cite(citations, new Citation(saying, documents.withReference(key, payment), null));
    }
    quoted(citations, payment.remittance(), payment);
    quoted(citations, payment.endToEndId(), payment);
    return new ArrayList<>(citations.values());
  }

  private Citation structured(RemittanceReference reference, Payment payment) {
    String key = Text.compact(reference.value());
    return switch (reference.kind()) {
      case "SCOR" ->
          new Citation(
              "creditor reference " + reference.value(),
              documents.withReference(key, payment),
              reference.amount());
      case "CINV" ->
          new Citation(
              "document number " + reference.value() + " in the structured remittance",
              documents.withNumber(key, payment),
              reference.amount());
      default -> new Citation(reference.value(), List.of(), null);
    };
  }

  private void quoted(
      Map<List<Invoice>, Citation> citations, @Nullable String text, Payment payment) {
    if (text == null) {
      return;
    }
    for (Mention mention : references.in(text)) {
      boolean proven =
          mention.key().startsWith("RF")
              ? CreditorReference.isValid(mention.key())
              : mention.key().length() >= SHORTEST_IN_TEXT;
      if (proven) {
        String saying = "reference " + mention.written() + " in the text";
        cite(
            citations, new Citation(saying, documents.withReference(mention.key(), payment), null));
      }
    }
  }

  private static void cite(Map<List<Invoice>, Citation> citations, Citation citation) {
    if (!citation.fitting().isEmpty()) {
      citations.putIfAbsent(citation.fitting(), citation);
    }
  }
}
