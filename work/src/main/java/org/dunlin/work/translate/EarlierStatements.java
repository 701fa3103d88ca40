package org.dunlin.work.translate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Statement;
import org.dunlin.store.ledger.OpenedEntries.Entry;
import org.dunlin.store.ledger.OverlappedDays.Doubled;
import org.dunlin.store.ledger.OverlappedDays.Moved;
import org.dunlin.store.ledger.OverlappedDays.Way;

/**
 * Holds a statement against those of other periods that tell of the same days. What a bank tells
 * again counts once: an entry that one of them opens into its payments stands for these, and what
 * stands in none of the others beside what they have and it does not is a question to a person.
 */
final class EarlierStatements {
  private final Context context;

  EarlierStatements(Context context) {
    this.context = context;
  }

  /**
   * Compares.
   *
   * @param said whose entries are in the ledger
   * @param days what it says moved on each day in each direction
   * @param first the ordinal at which its entries begin in the delivery
   * @param isNew false where it stood already: then it brought nothing that others lack
   * @throws Untranslatable where money would count twice
   */
  void hold(Statement said, Map<Way, BigDecimal> days, int first, boolean isNew) {
    String company = context.origin().companyId();
    context.stores().statedEntries().lock(company, said.account().key());
    List<Statement> near = context.stores().overlappedDays().near(company, said);
    List<Overlap> overlaps =
        near.stream().map(other -> new Overlap(said, other)).filter(Overlap::isAny).toList();
    if (overlaps.isEmpty()) {
      return;
    }
    context.stores().overlappedDays().doubled(company, said).forEach(this::once);
    if (!isNew) {
      return;
    }
    UUID delivery = context.delivery().id();
    Map<Way, Moved> moved = context.stores().overlappedDays().moved(company, said, delivery, first);
    for (Overlap overlap : overlaps) {
      if (!overlap.isApart(near) && overlap.contradicts(days, moved)) {
        throw refused(
            "STATEMENT_CONTRADICTED",
            "the statement of account "
                + said.account().key()
                + " from "
                + said.from()
                + " to "
                + said.to()
                + " has other entries than the one from "
                + overlap.other().from()
                + " to "
                + overlap.other().to()
                + ", which came before and stands, so that money would count twice; nothing of the"
                + " file is taken. Ask the bank which is right");
      }
    }
  }

  /** Lets an entry count as the payments of which it is made, or these wait beside it. */
  private void once(Doubled whole) {
    String company = context.origin().companyId();
    Entry entry = context.stores().openedEntries().lock(company, whole.paymentId()).orElseThrow();
    String reason =
        "another statement of the bank says of which "
            + whole.parts().size()
            + " payments it is made";
    boolean settled =
        whole.adds()
            && (new EmptyEntry(context, entry).empty(reason)
                || context.stores().overlappedDays().setAside(company, whole)
                    == whole.parts().size());
    if (!settled) {
      throw refused(
          "ENTRY_CONTRADICTED",
          "entry "
              + whole.key()
              + " is another sum than the payments of which another statement says it is made."
              + " Ask the bank which is right");
    }
  }

  private Untranslatable refused(String code, String message) {
    return new Untranslatable(new Problem(context.delivery().name(), null, code, message));
  }
}
