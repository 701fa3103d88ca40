package org.dunlin.work.payer;

import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.work.dialogue.NotSaid;

/** Carries out what a form says, once, in one transaction with the note that it is done. */
final class Once {
  private final Stores stores;

  Once(Stores stores) {
    this.stores = stores;
  }

  /**
   * Does it; false where this form was carried out before.
   *
   * @throws NotDone when it cannot be done
   */
  boolean run(Payer payer, PayerForm form, Runnable act) {
    boolean done;
    try {
      done =
          stores
              .transactions()
              .in(
                  () -> {
                    // two forms of one page one after the other
                    stores.pay().links().lock(payer.companyId(), payer.linkId());
                    if (!stores
                        .payer()
                        .forms()
                        .take(payer.companyId(), payer.customerId(), form.id(), form.act())) {
                      return false;
                    }
                    act.run();
                    return true;
                  });
    } catch (NotSaid e) {
      throw NotDone.of(e.refusal());
    }
    stores.wakeups().wake(Stage.DUN);
    stores.wakeups().wake(Stage.DELIVER);
    return done;
  }
}
