package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.matching.LedgerView.Kind;
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

  private static final int RF_AND_CHECK = 4;

  private final LedgerView view;
  private final Payable payable;
  private final Mentions references;

  StructuredReferences(LedgerView view) {
    this.view = view;
    this.payable = new Payable(view);
    this.references = new Mentions(key -> view.knows(Kind.REFERENCE, key), view::longestReference);
  }

  /**
   * @param open what fits at least one open invoice; what is given twice counts once
   * @param settled documents of references that fit no open one
   */
  record Found(List<Citation> open, Set<Item> settled) {}

  Found of(Incoming incoming) {
    Map<List<Item>, Citation> citations = new LinkedHashMap<>();
    Set<Item> settled = new LinkedHashSet<>();
    for (RemittanceReference reference : incoming.payment().references()) {
      cite(citations, settled, structured(reference), incoming);
    }
    String given = incoming.payment().creditorReference();
    if (given != null) {
      List<Item> fitting = withReference(Text.compact(given));
      cite(
          citations, settled, new Citation("creditor reference " + given, fitting, null), incoming);
    }
    quoted(citations, settled, incoming.payment().remittance(), incoming);
    quoted(citations, settled, incoming.payment().endToEndId(), incoming);
    return new Found(new ArrayList<>(citations.values()), settled);
  }

  /** All documents that the fields for references name, whatever is open of them. */
  Set<Item> given(Payment payment) {
    Set<Item> given = new LinkedHashSet<>();
    payment.references().forEach(each -> given.addAll(structured(each).fitting()));
    if (payment.creditorReference() != null) {
      given.addAll(withReference(Text.compact(payment.creditorReference())));
    }
    return given;
  }

  private Citation structured(RemittanceReference reference) {
    String key = Text.compact(reference.value());
    return switch (reference.kind()) {
      case "SCOR" ->
          new Citation(
              "creditor reference " + reference.value(), withReference(key), reference.amount());
      case "CINV" ->
          new Citation(
              "document number " + reference.value() + " in the structured remittance",
              view.with(Kind.NUMBER, key),
              reference.amount());
      default -> new Citation(reference.value(), List.of(), null);
    };
  }

  /** A national reference may travel inside an international one, without its leading zeros. */
  private List<Item> withReference(String key) {
    List<Item> found = view.with(Kind.REFERENCE, key);
    return found.isEmpty() && key.length() > RF_AND_CHECK && CreditorReference.isValid(key)
        ? view.with(Kind.REFERENCE, NumberKeys.withoutZeros(key.substring(RF_AND_CHECK)))
        : found;
  }

  private void quoted(
      Map<List<Item>, Citation> citations,
      Set<Item> settled,
      @Nullable String text,
      Incoming incoming) {
    if (text == null || view.longestReference() == 0) {
      return;
    }
    for (Mention mention : references.in(text)) {
      boolean proven =
          mention.key().startsWith("RF")
              ? CreditorReference.isValid(mention.key())
              : mention.key().length() >= SHORTEST_IN_TEXT;
      if (proven) {
        String saying = "reference " + mention.written() + " in the text";
        List<Item> fitting = view.with(Kind.REFERENCE, mention.key());
        cite(citations, settled, new Citation(saying, fitting, null), incoming);
      }
    }
  }

  private void cite(
      Map<List<Item>, Citation> citations, Set<Item> settled, Citation cited, Incoming incoming) {
    List<Item> open = payable.of(cited.fitting(), incoming);
    if (open.isEmpty()) {
      settled.addAll(cited.fitting());
    } else {
      citations.putIfAbsent(open, new Citation(cited.saying(), open, cited.amount()));
    }
  }
}
