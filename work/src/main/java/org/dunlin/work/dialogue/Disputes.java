package org.dunlin.work.dialogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.DisputeState;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.Standstill.Made;
import org.dunlin.store.dialogue.Standstill.Written;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer contests an amount of an invoice: it is asked for no more, and the rest goes on. What
 * is accepted stays so until the books show the credit.
 */
public final class Disputes {
  /** Days in which a dispute is to be decided where nobody says otherwise. */
  public static final int USUAL_DAYS = 14;

  private static final int LONGEST_NAME = 100;

  private final Stores stores;
  private final Saying saying;

  /** Over these stores. */
  public Disputes(Stores stores) {
    this.stores = stores;
    saying = new Saying(stores);
  }

  /**
   * What is contested.
   *
   * @param amount absent: all that is open of the invoice and not contested yet
   * @param owner who decides it; absent: nobody yet
   * @param deadline until when; absent: in two weeks
   */
  public record Said(
      UUID invoiceId,
      @Nullable BigDecimal amount,
      DisputeReason reason,
      @Nullable String owner,
      @Nullable LocalDate deadline,
      @Nullable String words) {}

  /**
   * Opens it; its id.
   *
   * @throws NotSaid when it is none
   */
  public UUID open(String companyId, Said said, String by) {
    return saying.on(companyId, today -> openNow(companyId, said, by, today)).id();
  }

  Standstill openNow(String companyId, Said said, String by, LocalDate today) {
    UUID customer =
        stores
            .invoices()
            .find(companyId, said.invoiceId())
            .map(state -> UUID.fromString(state.invoice().customerId()))
            .orElseThrow(() -> new NotSaid(Refusal.NO_INVOICE));
    stores.invoices().lockOwn(companyId, said.invoiceId()); // so that two do not contest the same
    Map<UUID, Money> open = saying.open(companyId, customer, List.of(said.invoiceId()));
    Money all = Saying.sum(open);
    Money free = all.minus(contested(companyId, said.invoiceId(), all.getCurrencyUnit()));
    Money amount =
        said.amount() == null ? free : Saying.amount(all.getCurrencyUnit(), said.amount());
    NotSaid.unless(!amount.isGreaterThan(all), Refusal.MORE_THAN_OPEN);
    NotSaid.unless(free.isPositive() && !amount.isGreaterThan(free), Refusal.CONTESTED);
    LocalDate deadline =
        Saying.day(said.deadline() == null ? today.plusDays(USUAL_DAYS) : said.deadline(), today);
    String owner = name(said.owner());
    UUID id = Ids.next();
    return saying.add(
        companyId,
        new Standstill(
            id,
            StandstillKind.DISPUTE,
            customer,
            StandstillState.OPEN,
            new Dispute(
                id.toString(),
                said.invoiceId().toString(),
                amount,
                said.reason().name(),
                owner,
                deadline,
                DisputeState.OPEN),
            deadline,
            amount,
            owner,
            List.of(said.invoiceId()),
            new Made(by, today),
            null,
            new Written(Saying.words(said.words()), null)),
        open);
  }

  /**
   * Says that the customer is right. The amount is asked for no more; that it is credited in the
   * program is a task until the books show it.
   *
   * @throws NotSaid when it is decided already
   */
  public void accept(String companyId, UUID id, String outcome, String by) {
    decide(companyId, id, StandstillState.OPEN, StandstillState.ACCEPTED, outcome, by);
  }

  /**
   * Says that the customer is not right; the amount is asked for again.
   *
   * @throws NotSaid when it is decided already
   */
  public void reject(String companyId, UUID id, String outcome, String by) {
    decide(companyId, id, StandstillState.OPEN, StandstillState.REJECTED, outcome, by);
  }

  /**
   * Says that what was accepted is credited, so that what is open is right again.
   *
   * @throws NotSaid when it was not accepted, or is credited already
   */
  public void credited(String companyId, UUID id, String by) {
    saying.on(
        companyId,
        today -> {
          Standstill dispute = saying.find(companyId, StandstillKind.DISPUTE, id);
          NotSaid.unless(dispute.state() == StandstillState.ACCEPTED, Refusal.ENDED);
          String outcome = dispute.words().outcome();
          return saying.move(companyId, dispute, StandstillState.CREDITED, outcome, by, today);
        });
  }

  private Money contested(String companyId, UUID invoiceId, CurrencyUnit currency) {
    return stores.talk().disputed().stillContested(companyId, List.of(invoiceId)).values().stream()
        .reduce(Money.zero(currency), Money::plus);
  }

  private void decide(
      String companyId,
      UUID id,
      StandstillState from,
      StandstillState to,
      String outcome,
      String by) {
    String why = Saying.wordsNeeded(outcome);
    saying.on(
        companyId,
        today -> {
          Standstill dispute = saying.find(companyId, StandstillKind.DISPUTE, id);
          NotSaid.unless(dispute.state() == from, Refusal.ENDED);
          return saying.move(companyId, dispute, to, why, by, today);
        });
  }

  private static @Nullable String name(@Nullable String owner) {
    String name = Saying.words(owner);
    return name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
