package org.dunlin.work.dialogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.store.journal.Happening;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What all has in common that is said of a customer: one transaction, the journal, what is due. */
final class Saying {
  static final int LONGEST = 4000;

  private final Stores stores;

  Saying(Stores stores) {
    this.stores = stores;
  }

  /** Does it on the business date; what is to be sent is decided anew behind it. */
  <T> T on(String companyId, Function<LocalDate, T> change) {
    T done =
        stores
            .transactions()
            .in(
                () -> {
                  T changed =
                      change.apply(
                          stores.companies().businessDate(stores.companies().profile(companyId)));
                  stores.companies().addWorkDue(companyId, WorkDue.DUN);
                  return changed;
                });
    stores.wakeups().wake(Stage.DUN);
    return done;
  }

  /** Adds one, and notes it. */
  Standstill add(String companyId, Standstill said, Map<UUID, Money> open) {
    stores.talk().standstills().add(companyId, said, open);
    note(companyId, said, null, said.record(), said.words().said(), said.made().by());
    return said;
  }

  /**
   * Moves one to another state, and notes it.
   *
   * @throws NotSaid when it is in another state by now
   */
  Standstill move(
      String companyId,
      Standstill from,
      StandstillState to,
      @Nullable String why,
      String by,
      LocalDate today) {
    return moved(companyId, from, to, why, by, today).orElseThrow(() -> new NotSaid(Refusal.ENDED));
  }

  /** The same; empty, and nothing noted, where somebody moved it meanwhile. */
  Optional<Standstill> moved(
      String companyId,
      Standstill from,
      StandstillState to,
      @Nullable String why,
      String by,
      LocalDate today) {
    Optional<Standstill> moved =
        stores.talk().standstills().move(companyId, from, to, why, by, today);
    moved.ifPresent(
        now -> {
          boolean same = now.record().equals(from.record());
          note(companyId, now, from.record(), same ? null : now.record(), why, by);
        });
    return moved;
  }

  /** One of this kind that a person means. */
  Standstill find(String companyId, StandstillKind kind, UUID id) {
    return stores
        .talk()
        .standstills()
        .find(companyId, id)
        .filter(found -> found.kind() == kind)
        .orElseThrow(() -> new NotSaid(Refusal.NOT_THERE));
  }

  /** What is open of the invoices that are meant: of these, or of all of the customer. */
  Map<UUID, Money> open(String companyId, UUID customerId, List<UUID> invoices) {
    NotSaid.unless(stores.customers().find(companyId, customerId).isPresent(), Refusal.NO_CUSTOMER);
    Map<UUID, Money> open = stores.talk().standstills().open(companyId, customerId, invoices);
    NotSaid.unless(!open.isEmpty() && open.keySet().containsAll(invoices), Refusal.NO_INVOICE);
    return open;
  }

  /** The sum of amounts of one currency. */
  static Money sum(Map<UUID, Money> open) {
    CurrencyUnit currency = open.values().iterator().next().getCurrencyUnit();
    NotSaid.unless(
        open.values().stream().allMatch(each -> each.getCurrencyUnit().equals(currency)),
        Refusal.OTHER_CURRENCY);
    return open.values().stream().reduce(Money.zero(currency), Money::plus);
  }

  static Money amount(CurrencyUnit currency, BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    NotSaid.unless(
        plain.signum() > 0 && plain.scale() <= currency.getDecimalPlaces(), Refusal.WRONG_AMOUNT);
    return Money.of(currency, plain);
  }

  /** A day from today on, within a year. */
  static LocalDate day(LocalDate day, LocalDate today) {
    NotSaid.unless(!day.isBefore(today), Refusal.PAST_DAY);
    NotSaid.unless(!day.isAfter(today.plusDays(366)), Refusal.TOO_FAR);
    return day;
  }

  /** A day of which a calendar may be made, in the past as well. */
  static LocalDate near(LocalDate day, LocalDate today) {
    NotSaid.unless(!day.isAfter(today.plusYears(10)), Refusal.NO_SUCH_DAY);
    return day;
  }

  static @Nullable String words(@Nullable String words) {
    String said = words == null || words.isBlank() ? null : words.strip();
    NotSaid.unless(said == null || said.length() <= LONGEST, Refusal.TOO_LONG_WORDS);
    NotSaid.unless(
        said == null || said.chars().noneMatch(Saying::isControl), Refusal.WRONG_CHARACTERS);
    return said;
  }

  /** Ends of lines and tabs are as people write. */
  private static boolean isControl(int character) {
    return Character.isISOControl(character)
        && character != '\n'
        && character != '\r'
        && character != '\t';
  }

  static String wordsNeeded(@Nullable String words) {
    String said = words(words);
    if (said == null) {
      throw new NotSaid(Refusal.NO_WORDS);
    }
    return said;
  }

  private void note(
      String companyId,
      Standstill about,
      @Nullable CanonicalRecord before,
      @Nullable CanonicalRecord after,
      @Nullable String why,
      String by) {
    boolean ofInvoice =
        about.invoices().size() == 1
            && (about.kind() == StandstillKind.DISPUTE || about.kind() == StandstillKind.HOLD);
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                stores.companies().businessDate(stores.companies().profile(companyId)),
                by,
                ofInvoice ? "invoice" : "customer",
                (ofInvoice ? about.invoices().getFirst() : about.customerId()).toString(),
                about.kind() + "_" + (before == null ? "MADE" : about.state()),
                why,
                before,
                after,
                null));
  }
}
