package org.dunlin.work.payer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.work.dialogue.Promises;
import org.jspecify.annotations.Nullable;

/** A customer promises on its page to pay on a day, as far as the company takes promises there. */
public final class PromiseDay {
  private static final int MOST_LOOKED_AT = 200;

  private final Stores stores;
  private final Once once;
  private final Promises promises;

  /** Over these stores. */
  public PromiseDay(Stores stores) {
    this.stores = stores;
    once = new Once(stores);
    promises = new Promises(stores);
  }

  /**
   * Notes the promise to pay what is open of these invoices; false where this form did before. Who
   * has promised already waits for that day, and who broke a promise for an invoice makes no other
   * here: that is spoken about.
   *
   * @param invoices none: all that are open
   * @throws NotDone when it is none, or a rule of the company stands against it
   */
  public boolean promise(
      Payer payer, PayerForm form, List<UUID> invoices, LocalDate on, @Nullable String words) {
    return once.run(
        payer,
        form,
        () -> {
          int days = stores.payer().rules().of(payer.companyId()).promiseDays();
          NotDone.unless(days > 0, NotDone.Reason.NO_PROMISES);
          NotDone.unless(!on.isBefore(payer.today()), NotDone.Reason.PAST_DAY);
          NotDone.unless(!on.isAfter(payer.today().plusDays(days)), NotDone.Reason.TOO_FAR);
          List<UUID> meant = new ArrayList<>(OwnInvoices.needed(stores, payer, invoices).keySet());
          check(payer, meant);
          promises.make(
              payer.companyId(),
              new Promises.Said(payer.customerId(), meant, null, on, words),
              Payer.ACTOR);
        });
  }

  private void check(Payer payer, List<UUID> meant) {
    List<UUID> group = stores.customerLinks().group(payer.companyId(), payer.customerId());
    for (Standstill said :
        stores.talk().standstills().ofCustomers(payer.companyId(), group, MOST_LOOKED_AT)) {
      boolean same = said.invoices().stream().anyMatch(meant::contains);
      if (same && said.kind() == StandstillKind.PROMISE) {
        NotDone.unless(said.state() != StandstillState.OPEN, NotDone.Reason.PROMISED_ALREADY);
        NotDone.unless(said.state() != StandstillState.BROKEN, NotDone.Reason.BROKEN_BEFORE);
      }
      if (same && said.kind() == StandstillKind.ARRANGEMENT) {
        NotDone.unless(said.state() != StandstillState.AGREED, NotDone.Reason.ARRANGED_ALREADY);
      }
    }
  }
}
