package org.dunlin.work.dialogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.PromiseState;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.Standstill.Made;
import org.dunlin.store.dialogue.Standstill.Written;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A customer promises a day: nobody is reminded of those invoices until it is past. */
public final class Promises {
  private final Saying saying;

  /** Over these stores. */
  public Promises(Stores stores) {
    saying = new Saying(stores);
  }

  /**
   * What was promised.
   *
   * @param invoices for which invoices; none: for all that are open of the customer
   * @param amount absent: all that is open of them
   * @param words what was said beside it
   */
  public record Said(
      UUID customerId,
      List<UUID> invoices,
      @Nullable BigDecimal amount,
      LocalDate on,
      @Nullable String words) {
    public Said {
      invoices = List.copyOf(invoices);
    }
  }

  /**
   * Notes the promise; its id.
   *
   * @throws NotSaid when it is none
   */
  public UUID make(String companyId, Said said, String by) {
    return saying.on(companyId, today -> makeNow(companyId, said, by, today)).id();
  }

  Standstill makeNow(String companyId, Said said, String by, LocalDate today) {
    LocalDate on = Saying.day(said.on(), today);
    Map<UUID, Money> open = saying.open(companyId, said.customerId(), said.invoices());
    Money all = Saying.sum(open);
    Money amount =
        said.amount() == null ? all : Saying.amount(all.getCurrencyUnit(), said.amount());
    NotSaid.unless(!amount.isGreaterThan(all), Refusal.MORE_THAN_OPEN);
    UUID id = Ids.next();
    return saying.add(
        companyId,
        new Standstill(
            id,
            StandstillKind.PROMISE,
            said.customerId(),
            StandstillState.OPEN,
            new Promise(
                id.toString(),
                said.customerId().toString(),
                open.keySet().stream().map(UUID::toString).toList(),
                amount,
                on,
                PromiseState.OPEN),
            on,
            amount,
            null,
            List.copyOf(open.keySet()),
            new Made(by, today),
            null,
            new Written(Saying.words(said.words()), null)),
        open);
  }

  /**
   * Takes an open one back; reminders go on.
   *
   * @throws NotSaid when it is not open
   */
  public void withdraw(String companyId, UUID id, @Nullable String why, String by) {
    saying.on(
        companyId,
        today -> {
          Standstill promise = saying.find(companyId, StandstillKind.PROMISE, id);
          NotSaid.unless(promise.state() == StandstillState.OPEN, Refusal.ENDED);
          return saying.move(
              companyId, promise, StandstillState.WITHDRAWN, Saying.words(why), by, today);
        });
  }
}
