package org.dunlin.work.translate;

import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.OpenedEntries;
import org.dunlin.store.ledger.OpenedEntries.Entry;
import org.dunlin.work.Adjusting;
import org.dunlin.work.Claims;
import org.dunlin.work.tell.TellPrograms;

/**
 * Takes the amount of an entry for the payments of which it is made. What a rule had allocated of
 * the entry as a whole is taken back; what a person decided, or a program booked, keeps it whole.
 */
final class EmptyEntry {
  private static final String ACTOR = "translate";

  private final Context context;
  private final OpenedEntries entries;
  private final Entry entry;

  /**
   * @param entry which is locked
   */
  EmptyEntry(Context context, Entry entry) {
    this.context = context;
    this.entries = context.stores().openedEntries();
    this.entry = entry;
  }

  /**
   * False where the entry stays whole for now.
   *
   * @param reason what the journal says of it
   */
  boolean empty(String reason) {
    String company = context.origin().companyId();
    UUID id = UUID.fromString(entry.payment().id());
    if (entries.decided(company, id)) {
      return false;
    }
    entries.ofRules(company, id).forEach(this::takeBack);
    if (!entries.open(company, Explaining.voided(entry.payment()))) {
      return false;
    }
    happened("payment", id.toString(), "PAYMENT_OPENED", reason);
    return true;
  }

  /** As a person does it, but nobody said that the money is not the invoice's. */
  private void takeBack(UUID allocationId) {
    Stores stores = context.stores();
    String company = context.origin().companyId();
    Stored stored = stores.allocations().lockApplied(company, allocationId).orElse(null);
    if (stored == null) {
      return;
    }
    Allocation line = stored.allocation();
    CompanyProfile profile = stores.companies().profile(company);
    TellPrograms told = new TellPrograms(stores, context.abilities());
    new Claims(stores, company).giveBack(line);
    new Adjusting(stores, company, ACTOR, context.businessDate()).takeBack(allocationId);
    stores.allocations().decide(company, allocationId, Decision.SUGGESTED, ACTOR);
    told.withdraw(company, allocationId, "The bank has told what the entry is made of.");
    told.standing(profile, UUID.fromString(line.invoiceId()), context.businessDate());
    happened("invoice", line.invoiceId(), "ALLOCATION_UNDONE", "what it is made of came later");
  }

  private void happened(String kind, String id, String event, String reason) {
    context
        .stores()
        .journal()
        .append(
            context.origin().companyId(),
            new Happening(
                context.businessDate(),
                ACTOR,
                kind,
                id,
                event,
                reason,
                null,
                null,
                context.delivery().id()));
  }
}
