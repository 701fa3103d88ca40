package org.dunlin.work.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.Standstill.Made;
import org.dunlin.store.dialogue.Standstill.Written;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A person stops the reminders of a customer, or of one invoice, until a day. */
public final class Holds {
  private final Saying saying;
  private final Stores stores;

  /** Over these stores. */
  public Holds(Stores stores) {
    this.stores = stores;
    saying = new Saying(stores);
  }

  /**
   * What is held.
   *
   * @param invoiceId absent: all of the customer, what comes later as well
   * @param until the last day on which it holds
   * @param why for those who ask later
   */
  public record Said(
      UUID customerId, @Nullable UUID invoiceId, LocalDate until, @Nullable String why) {}

  /**
   * Holds it; the hold's id.
   *
   * @throws NotSaid when it cannot be held
   */
  public UUID hold(String companyId, Said said, String by) {
    String why = Saying.wordsNeeded(said.why());
    return saying.on(companyId, today -> holdNow(companyId, said, why, by, today)).id();
  }

  private Standstill holdNow(String companyId, Said said, String why, String by, LocalDate today) {
    LocalDate until = Saying.day(said.until(), today);
    NotSaid.unless(
        stores.customers().find(companyId, said.customerId()).isPresent(), Refusal.NO_CUSTOMER);
    UUID invoice = said.invoiceId();
    Map<UUID, Money> open =
        invoice == null ? Map.of() : saying.open(companyId, said.customerId(), List.of(invoice));
    return saying.add(
        companyId,
        new Standstill(
            Ids.next(),
            StandstillKind.HOLD,
            said.customerId(),
            StandstillState.OPEN,
            new Hold(
                said.customerId().toString(),
                invoice == null ? null : invoice.toString(),
                HoldReason.MANUAL,
                until),
            until,
            null,
            null,
            List.copyOf(open.keySet()),
            new Made(by, today),
            null,
            new Written(why, null)),
        open);
  }

  /**
   * Ends one before its day.
   *
   * @throws NotSaid when it has ended
   */
  public void lift(String companyId, UUID id, @Nullable String why, String by) {
    saying.on(
        companyId,
        today -> {
          Standstill hold = saying.find(companyId, StandstillKind.HOLD, id);
          NotSaid.unless(hold.state() == StandstillState.OPEN, Refusal.ENDED);
          return saying.move(companyId, hold, StandstillState.LIFTED, Saying.words(why), by, today);
        });
  }
}
