package org.dunlin.work.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.agreement.CallOutcome;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.DialogueEntry;
import org.dunlin.store.dialogue.DialogueKind;
import org.dunlin.store.journal.Happening;
import org.jspecify.annotations.Nullable;

/** What people note of a customer or of one of its invoices. */
public final class Notes {
  private final Stores stores;

  /** Over these stores. */
  public Notes(Stores stores) {
    this.stores = stores;
  }

  /**
   * Adds a note; its id. It stops nothing.
   *
   * @param invoiceId absent: of the customer as a whole
   * @throws NotSaid when there is no such customer or invoice, or nothing is said
   */
  public UUID note(
      String companyId, UUID customerId, @Nullable UUID invoiceId, String text, String by) {
    String words = Saying.wordsNeeded(text);
    return stores
        .transactions()
        .in(
            () -> {
              NotSaid.unless(
                  stores.customers().find(companyId, customerId).isPresent(), Refusal.NO_CUSTOMER);
              NotSaid.unless(
                  invoiceId == null || ofCustomer(companyId, customerId, invoiceId),
                  Refusal.NO_INVOICE);
              LocalDate today =
                  stores.companies().businessDate(stores.companies().profile(companyId));
              return add(
                  companyId,
                  new DialogueEntry(
                      Ids.next(),
                      customerId,
                      invoiceId,
                      DialogueKind.NOTE,
                      null,
                      null,
                      by,
                      today,
                      Instant.now(),
                      words));
            });
  }

  /**
   * Adds what a customer says by itself; its id. That it is answered is a task.
   *
   * @param by by which way it was said
   * @throws NotSaid when there is no such customer, or nothing is said
   */
  public UUID answer(String companyId, UUID customerId, String text, String by) {
    String words = Saying.wordsNeeded(text);
    return stores
        .transactions()
        .in(
            () -> {
              NotSaid.unless(
                  stores.customers().find(companyId, customerId).isPresent(), Refusal.NO_CUSTOMER);
              return add(
                  companyId,
                  new DialogueEntry(
                      Ids.next(),
                      customerId,
                      null,
                      DialogueKind.ANSWER,
                      null,
                      null,
                      by,
                      stores.companies().businessDate(stores.companies().profile(companyId)),
                      Instant.now(),
                      words));
            });
  }

  /** Adds an entry and notes in the journal that there is one; what was said stands in it alone. */
  UUID add(String companyId, DialogueEntry entry) {
    stores.talk().dialogue().add(companyId, entry);
    journal(companyId, entry);
    return entry.id();
  }

  /** The same of what came in a mail; false, and nothing is noted, where that mail came before. */
  boolean addOfMail(String companyId, DialogueEntry entry, UUID mail) {
    boolean added = stores.talk().dialogue().addOfMail(companyId, entry, mail);
    if (added) {
      journal(companyId, entry);
    }
    return added;
  }

  private void journal(String companyId, DialogueEntry entry) {
    CallOutcome outcome = entry.outcome();
    UUID invoice = entry.invoiceId();
    stores
        .journal()
        .append(
            companyId,
            Happening.to(
                invoice == null ? "customer" : "invoice",
                invoice == null ? entry.customerId() : invoice,
                outcome == null ? entry.kind() + "_NOTED" : "CALLED_" + outcome,
                entry.madeBy(),
                entry.madeOn(),
                entry.text() == null ? "" : entry.text()));
  }

  private boolean ofCustomer(String companyId, UUID customerId, UUID invoiceId) {
    UUID leader = stores.customerLinks().leader(companyId, customerId);
    return stores
        .invoices()
        .find(companyId, invoiceId)
        .map(state -> UUID.fromString(state.invoice().customerId()))
        .filter(owner -> stores.customerLinks().leader(companyId, owner).equals(leader))
        .isPresent();
  }
}
