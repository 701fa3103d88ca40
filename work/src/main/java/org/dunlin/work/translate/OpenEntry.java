package org.dunlin.work.translate;

import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Payment;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.AdvisedEntries.Part;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.OpenedEntries;
import org.dunlin.store.ledger.OpenedEntries.Entry;
import org.dunlin.store.ledger.StatedEntries.Explained;
import org.dunlin.work.Adjusting;
import org.dunlin.work.Claims;
import org.dunlin.work.tell.TellPrograms;

/**
 * Puts the transactions of an entry in its place, as if its statement had held them. What a rule
 * had allocated of the entry as a whole is taken back; what a person decided, or a program booked,
 * keeps the entry whole.
 */
final class OpenEntry {
  /** Parts that are in memory at one time. */
  private static final int PAGE = 500;

  private static final String ACTOR = "translate";

  private final Context context;
  private final OpenedEntries entries;
  private final Explained explained;
  private final Entry entry;

  /**
   * @param entry which is locked
   */
  OpenEntry(Context context, OpenedEntries entries, Explained explained, Entry entry) {
    this.context = context;
    this.entries = entries;
    this.explained = explained;
    this.entry = entry;
  }

  /** False where the entry stays whole for now. */
  boolean open() {
    String company = context.origin().companyId();
    if (entries.decided(company, explained.paymentId())
        || entries.namesTaken(company, explained, entry.key())) {
      return false;
    }
    entries.ofRules(company, explained.paymentId()).forEach(this::takeBack);
    if (!entries.open(company, Explaining.voided(entry.payment()))) {
      return false;
    }
    int from = 1;
    List<Part> page;
    do {
      page = entries.parts(company, explained.advisedId(), from, PAGE);
      if (!page.isEmpty()) {
        from = page.getLast().ordinal() + 1;
        entries.addParts(company, explained.advisedId(), page.stream().map(this::named).toList());
      }
    } while (page.size() == PAGE);
    note();
    return true;
  }

  private Part named(Part part) {
    String name = entry.key() + part.said().id().substring(explained.advisedKey().length());
    Payment said = Explaining.part(entry.payment(), part.said(), name);
    return new Part(part.advisedId(), part.ordinal(), said);
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

  private void note() {
    String reason =
        "a notification of the bank says of which " + explained.parts() + " payments it is made";
    happened("payment", explained.paymentId().toString(), "PAYMENT_OPENED", reason);
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
