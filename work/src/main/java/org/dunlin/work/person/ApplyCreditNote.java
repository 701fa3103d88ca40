package org.dunlin.work.person;

import static org.dunlin.work.person.Applying.require;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Stores;
import org.dunlin.work.person.AllocateByHand.Outcome;
import org.joda.money.CurrencyUnit;

/**
 * Takes a credit note off invoices of its customer as a person says: what was suggested is
 * confirmed, anything else is the person's own. All lines hold or none does, and no rule undoes
 * them.
 */
public final class ApplyCreditNote {
  private final Applying applying;

  /** Over these stores, with programs that are told as far as they are able. */
  public ApplyCreditNote(Stores stores, Abilities abilities) {
    applying = new Applying(stores, abilities);
  }

  /**
   * What is taken off one invoice.
   *
   * @param amount in the credit note's currency, above zero
   */
  public record Line(UUID invoiceId, BigDecimal amount) {}

  /** Applies all of these lines, or none. */
  public Outcome apply(String companyId, UUID noteId, List<Line> lines, String by) {
    List<AllocateByHand.Line> ofNote =
        lines.stream()
            .map(
                each ->
                    new AllocateByHand.Line(each.invoiceId(), each.amount(), null, null, noteId))
            .toList();
    return applying.all(() -> applyNow(companyId, noteId, ofNote, by));
  }

  private void applyNow(String companyId, UUID noteId, List<AllocateByHand.Line> lines, String by) {
    applying.lock(companyId, lines);
    CurrencyUnit currency =
        applying.document(companyId, noteId, InvoiceKind.CREDIT_NOTE).invoice().currency();
    SaidLines said = new SaidLines(lines, currency);
    require(said.sound(), Outcome.NOTHING_TO_DO);
    applying.record(companyId, new Sum.OfCreditNote(noteId), said, by);
  }
}
