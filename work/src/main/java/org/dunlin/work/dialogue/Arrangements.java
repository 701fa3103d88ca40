package org.dunlin.work.dialogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.agreement.ArrangementRules;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.ArrangementState;
import org.dunlin.core.model.Instalment;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.Standstill.Made;
import org.dunlin.store.dialogue.Standstill.Written;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.store.journal.Happening;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A schedule of payments over invoices: proposed by either side, agreed to within the company's
 * rules, and watched. Only what is agreed to stops reminders.
 */
public final class Arrangements {
  private final Stores stores;
  private final Saying saying;

  /** Over these stores. */
  public Arrangements(Stores stores) {
    this.stores = stores;
    saying = new Saying(stores);
  }

  /** One instalment as it is proposed. */
  public record Part(LocalDate dueDate, BigDecimal amount) {}

  /**
   * What is proposed.
   *
   * @param invoices over which invoices; none: over all that are open of the customer
   */
  public record Said(
      UUID customerId, List<UUID> invoices, List<Part> parts, @Nullable String words) {
    public Said {
      invoices = List.copyOf(invoices);
      parts = List.copyOf(parts);
    }
  }

  /**
   * Notes the proposal; its id.
   *
   * @throws NotSaid when it is none, or is not over what is open
   */
  public UUID propose(String companyId, Said said, String by) {
    return saying.on(companyId, today -> proposeNow(companyId, said, by, today)).id();
  }

  /** How far instalments are apart. */
  public enum Every {
    WEEK,
    FORTNIGHT,
    MONTH;

    /** The day of an instalment, counted from 0; a month ends on its last day at the latest. */
    LocalDate day(LocalDate first, int number) {
      return switch (this) {
        case WEEK -> first.plusWeeks(number);
        case FORTNIGHT -> first.plusWeeks(2L * number);
        case MONTH -> first.plusMonths(number);
      };
    }
  }

  /**
   * Notes a proposal of so many equal instalments over what is open; the last takes what is left of
   * the division.
   *
   * @throws NotSaid when it is none
   */
  public UUID proposeEqual(
      String companyId,
      UUID customerId,
      List<UUID> invoices,
      LocalDate first,
      int count,
      Every every,
      @Nullable String words,
      String by) {
    NotSaid.unless(count > 0, Refusal.NO_AMOUNT);
    NotSaid.unless(count <= rules(companyId).mostInstalments(), Refusal.TOO_MANY);
    return saying
        .on(
            companyId,
            today -> {
              Money all = Saying.sum(saying.open(companyId, customerId, invoices));
              Money each = all.dividedBy(count, RoundingMode.DOWN);
              List<Part> parts = new ArrayList<>();
              LocalDate begin = Saying.near(first, today);
              for (int number = 0; number < count; number++) {
                Money amount = number < count - 1 ? each : all.minus(each.multipliedBy(count - 1L));
                parts.add(new Part(every.day(begin, number), amount.getAmount()));
              }
              return proposeNow(companyId, new Said(customerId, invoices, parts, words), by, today);
            })
        .id();
  }

  private Standstill proposeNow(String companyId, Said said, String by, LocalDate today) {
    Map<UUID, Money> open = saying.open(companyId, said.customerId(), said.invoices());
    Money all = Saying.sum(open);
    NotSaid.unless(!said.parts().isEmpty(), Refusal.NO_AMOUNT);
    List<Instalment> instalments =
        said.parts().stream()
            .map(
                part ->
                    new Instalment(
                        Saying.near(part.dueDate(), today),
                        Saying.amount(all.getCurrencyUnit(), part.amount())))
            .toList();
    UUID id = Ids.next();
    Arrangement arrangement =
        new Arrangement(
            id.toString(),
            said.customerId().toString(),
            open.keySet().stream().map(UUID::toString).toList(),
            instalments,
            all.getCurrencyUnit(),
            ArrangementState.PROPOSED);
    ArrangementRules.unsound(arrangement, all, today)
        .ifPresent(
            breach -> {
              throw new NotSaid(Refusal.of(breach));
            });
    return saying.add(
        companyId,
        new Standstill(
            id,
            StandstillKind.ARRANGEMENT,
            said.customerId(),
            StandstillState.PROPOSED,
            arrangement,
            instalments.getLast().dueDate(),
            all,
            null,
            List.copyOf(open.keySet()),
            new Made(by, today),
            null,
            new Written(Saying.words(said.words()), null)),
        open);
  }

  /**
   * Agrees to a proposal.
   *
   * @throws NotSaid when it was answered, a rule of the company stands against it, or something
   *     else is open by now
   */
  public void agree(String companyId, UUID id, String by) {
    CurrencyUnit currency = stores.companies().profile(companyId).company().currency();
    saying.on(
        companyId,
        today -> {
          Standstill proposal = proposal(companyId, id);
          Arrangement arrangement = (Arrangement) proposal.record();
          Money open =
              Saying.sum(saying.open(companyId, proposal.customerId(), proposal.invoices()));
          ArrangementRules rules = stores.talk().rules().of(companyId, currency);
          ArrangementRules.unsound(arrangement, open, today)
              .or(() -> rules.against(arrangement, today))
              .ifPresent(
                  breach -> {
                    throw new NotSaid(Refusal.of(breach));
                  });
          return saying.move(companyId, proposal, StandstillState.AGREED, null, by, today);
        });
  }

  /**
   * Does not agree to a proposal.
   *
   * @throws NotSaid when it was answered
   */
  public void refuse(String companyId, UUID id, @Nullable String why, String by) {
    saying.on(
        companyId,
        today ->
            saying.move(
                companyId,
                proposal(companyId, id),
                StandstillState.REFUSED,
                Saying.words(why),
                by,
                today));
  }

  /**
   * Takes a proposal or an agreed one back; reminders go on.
   *
   * @throws NotSaid when it has ended
   */
  public void withdraw(String companyId, UUID id, @Nullable String why, String by) {
    saying.on(
        companyId,
        today -> {
          Standstill found = saying.find(companyId, StandstillKind.ARRANGEMENT, id);
          NotSaid.unless(
              found.state() == StandstillState.PROPOSED || found.state() == StandstillState.AGREED,
              Refusal.ENDED);
          return saying.move(
              companyId, found, StandstillState.WITHDRAWN, Saying.words(why), by, today);
        });
  }

  /** What a company agrees to. */
  public ArrangementRules rules(String companyId) {
    CurrencyUnit currency = stores.companies().profile(companyId).company().currency();
    return stores.talk().rules().of(companyId, currency);
  }

  /**
   * Says what a company agrees to; what is agreed already stays.
   *
   * @throws NotSaid when these are no rules
   */
  public void rules(String companyId, int instalments, int days, BigDecimal least, String by) {
    CurrencyUnit currency = stores.companies().profile(companyId).company().currency();
    NotSaid.unless(
        instalments > 0
            && days > 0
            && least.signum() >= 0
            && least.stripTrailingZeros().scale() <= currency.getDecimalPlaces(),
        Refusal.WRONG_RULES);
    ArrangementRules rules =
        new ArrangementRules(instalments, days, Money.of(currency, least.stripTrailingZeros()));
    saying.on(
        companyId,
        today -> {
          stores.talk().rules().put(companyId, rules);
          String sentence =
              "at most %d instalments, at most %d days, at least %s each"
                  .formatted(instalments, days, rules.least());
          stores
              .journal()
              .append(
                  companyId,
                  Happening.to(
                      "company", companyId, "ARRANGEMENT_RULES_CHANGED", by, today, sentence));
          return rules;
        });
  }

  private Standstill proposal(String companyId, UUID id) {
    Standstill found = saying.find(companyId, StandstillKind.ARRANGEMENT, id);
    NotSaid.unless(found.state() == StandstillState.PROPOSED, Refusal.ENDED);
    return found;
  }
}
