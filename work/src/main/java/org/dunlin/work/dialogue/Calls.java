package org.dunlin.work.dialogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.agreement.CallOutcome;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.DialogueEntry;
import org.dunlin.store.dialogue.DialogueKind;
import org.jspecify.annotations.Nullable;

/** What came of a call that a plan asked for; the next step follows from it. */
public final class Calls {
  private final Stores stores;
  private final Saying saying;
  private final Promises promises;
  private final Disputes disputes;
  private final Notes notes;

  /** Over these stores. */
  public Calls(Stores stores) {
    this.stores = stores;
    saying = new Saying(stores);
    promises = new Promises(stores);
    disputes = new Disputes(stores);
    notes = new Notes(stores);
  }

  /**
   * What came of it.
   *
   * @param amount promised or contested; absent: all of it
   * @param on the day promised; needed for a promise
   * @param invoiceId of which invoice something is contested; needed for a dispute over several
   * @param reason why it is contested; absent: not known
   */
  public record Said(
      CallOutcome outcome,
      @Nullable String words,
      @Nullable BigDecimal amount,
      @Nullable LocalDate on,
      @Nullable UUID invoiceId,
      @Nullable DisputeReason reason) {
    /** One that asks for nothing more. */
    public static Said of(CallOutcome outcome, @Nullable String words) {
      return new Said(outcome, words, null, null, null, null);
    }
  }

  /**
   * Notes what came of the call of an action. The action is done with it, unless nobody answered.
   *
   * @throws NotSaid when there is no such call, it is done, or what was agreed does not stand
   */
  public void called(String companyId, String actionId, Said said, String by) {
    String words = Saying.words(said.words());
    saying.on(
        companyId,
        today -> {
          Action action = call(companyId, actionId);
          if (said.outcome().ends()) {
            NotSaid.unless(
                stores.actions().move(companyId, actionId, action.state(), ActionState.DONE),
                Refusal.ENDED);
          }
          UUID customer = UUID.fromString(action.customerId());
          notes.add(
              companyId,
              new DialogueEntry(
                  Ids.next(),
                  customer,
                  null,
                  DialogueKind.CALL,
                  said.outcome(),
                  actionId,
                  by,
                  today,
                  Instant.now(),
                  words));
          follow(companyId, action, said, by, today);
          return action;
        });
  }

  private void follow(String companyId, Action action, Said said, String by, LocalDate today) {
    switch (said.outcome()) {
      case PROMISE -> {
        LocalDate on = said.on();
        NotSaid.unless(on != null, Refusal.PAST_DAY);
        UUID customer = UUID.fromString(action.customerId());
        promises.makeNow(
            companyId,
            new Promises.Said(
                customer,
                stillOpen(companyId, customer, invoices(action)),
                said.amount(),
                on == null ? today : on,
                said.words()),
            by,
            today);
      }
      case DISPUTE -> {
        List<UUID> invoices = invoices(action);
        UUID invoice =
            said.invoiceId() == null && invoices.size() == 1
                ? invoices.getFirst()
                : said.invoiceId();
        if (invoice == null || !invoices.contains(invoice)) {
          throw new NotSaid(Refusal.NO_INVOICE);
        }
        DisputeReason reason = said.reason() == null ? DisputeReason.UNKNOWN : said.reason();
        disputes.openNow(
            companyId,
            new Disputes.Said(invoice, said.amount(), reason, by, null, said.words()),
            by,
            today);
      }
      case REACHED, WRONG_NUMBER, NO_ANSWER -> {}
    }
  }

  private Action call(String companyId, String actionId) {
    Action action =
        stores
            .actions()
            .find(companyId, actionId)
            .filter(found -> found.channel() == Channel.CALL)
            .orElseThrow(() -> new NotSaid(Refusal.NOT_THERE));
    NotSaid.unless(
        action.state() == ActionState.DUE || action.state() == ActionState.AWAITING_APPROVAL,
        Refusal.ENDED);
    return action;
  }

  /** Some of what was called for may be paid meanwhile; the promise is of the rest. */
  private List<UUID> stillOpen(String companyId, UUID customer, List<UUID> invoices) {
    Set<UUID> open = stores.talk().standstills().open(companyId, customer, invoices).keySet();
    NotSaid.unless(!open.isEmpty(), Refusal.NO_INVOICE);
    return List.copyOf(open);
  }

  private static List<UUID> invoices(Action action) {
    return action.items().stream()
        .map(item -> UUID.fromString(item.invoiceId()))
        .distinct()
        .toList();
  }
}
