package org.dunlin.connectors.camt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.dunlin.core.model.BankCharge;
import org.dunlin.core.model.BankReferences;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.RemittanceReference;
import org.jspecify.annotations.Nullable;

/** An entry as one transaction: what all its transactions agree on, and all their words. */
final class Whole {
  private Whole() {}

  static Detail of(Entry entry) {
    EntryHead head = entry.head();
    List<Detail> details = entry.details();
    PaymentKind kind = shared(entry, Detail::kind);
    Counterparty party = shared(entry, Detail::counterparty);
    return new Detail(
        head.amount(),
        head.direction(),
        kind != null ? kind : head.code().kind(head.reversal()),
        details.size() == 1 ? details.get(0).transactionCode() : head.code().text(),
        party != null ? party : Counterparty.UNKNOWN,
        remittance(entry),
        shared(entry, Detail::additional),
        shared(entry, Detail::endToEndId),
        null,
        further(entry));
  }

  private static Remittance remittance(Entry entry) {
    List<Detail> details = entry.details();
    if (details.size() == 1) {
      return details.get(0).remittance();
    }
    Set<String> texts = new LinkedHashSet<>();
    List<RemittanceReference> references = new ArrayList<>();
    for (Detail detail : details) {
      if (detail.remittance().text() != null) {
        texts.add(detail.remittance().text());
      }
      references.addAll(detail.remittance().references());
    }
    return new Remittance(
        texts.isEmpty() ? null : String.join(" ", texts),
        shared(entry, detail -> detail.remittance().creditorReference()),
        references);
  }

  private static Further further(Entry entry) {
    List<Detail> details = entry.details();
    Further own = entry.further();
    if (details.isEmpty()) {
      return own;
    }
    Further first = details.get(0).further();
    boolean one = details.size() == 1;
    return new Further(
        one ? first.references() : sharedReferences(entry),
        shared(entry, detail -> detail.further().returnReason()),
        shared(entry, detail -> detail.further().returnText()),
        shared(entry, detail -> detail.further().returnedCode()),
        one && first.ordered() != null ? first.ordered() : own.ordered(),
        one && first.rate() != null ? first.rate() : own.rate(),
        charges(entry));
  }

  /** The entry's charges, which are those of its transactions in sum; else the transactions'. */
  private static List<BankCharge> charges(Entry entry) {
    if (!entry.further().charges().isEmpty() || entry.details().size() > 1) {
      return entry.further().charges();
    }
    return entry.details().get(0).further().charges();
  }

  /** Only a whole batch has a message and a batch in common; other numbers are of one alone. */
  private static BankReferences sharedReferences(Entry entry) {
    String message = shared(entry, detail -> detail.further().references().messageId());
    String batch = shared(entry, detail -> detail.further().references().batchId());
    String mandate = shared(entry, detail -> detail.further().references().mandateId());
    return new BankReferences(message, batch, null, null, null, mandate, null, null, null);
  }

  private static <T> @Nullable T shared(Entry entry, Function<Detail, @Nullable T> part) {
    List<Detail> details = entry.details();
    if (details.isEmpty() || entry.cut()) {
      return null;
    }
    T first = part.apply(details.get(0));
    for (Detail detail : details) {
      if (!Objects.equals(part.apply(detail), first)) {
        return null;
      }
    }
    return first;
  }
}
