package org.dunlin.work.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.claim.Agreed;
import org.dunlin.core.claim.Applicable;
import org.dunlin.core.claim.Claims;
import org.dunlin.core.claim.Debt;
import org.dunlin.core.claim.Demand;
import org.dunlin.core.claim.Note;
import org.dunlin.core.claim.Receipt;
import org.dunlin.core.claim.Reckoning;
import org.dunlin.core.dunning.OpenInstalment;
import org.dunlin.core.dunning.OpenInvoice;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.Step;
import org.dunlin.core.message.ClaimsSaid;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Stores;
import org.dunlin.store.claim.StatedClaims;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Decides what the message of a step says of claims, and keeps it with its action. */
public final class StateClaims {
  private static final Set<Note.Kind> NEEDS_MESSAGE =
      Set.of(
          Note.Kind.COSTS_NEED_LETTER,
          Note.Kind.INTEREST_NEEDS_NOTICE,
          Note.Kind.INTEREST_FROM,
          Note.Kind.REMINDER_TOO_EARLY);

  private final Stores stores;
  private final Company company;
  private final LocalDate today;
  private @Nullable Boolean anyToday;

  /** On a company's day. */
  public StateClaims(Stores stores, Company company, LocalDate today) {
    this.stores = stores;
    this.company = company;
    this.today = today;
  }

  /**
   * What a message says of claims, with what is needed to keep it.
   *
   * @param fee what terms let it cost; null: nothing
   * @param debts the instalments that it is about
   */
  public record Stated(
      ClaimsSaid said, Reckoning reckoning, @Nullable Money fee, List<Debt> debts) {
    /** Nothing is said. */
    static final Stated NOTHING =
        new Stated(
            ClaimsSaid.NOTHING,
            new Reckoning(List.of(), List.of(), List.of(), List.of(), List.of(), null),
            null,
            List.of());
  }

  /**
   * What the message of a step says.
   *
   * @param open the customer's open invoices with what is asked for of each
   * @param asked what the message asks for
   */
  public Stated of(
      Plan plan,
      Step step,
      Customer customer,
      Collection<OpenInvoice> open,
      List<OpenInstalment> asked) {
    Set<ClaimKind> charging = EnumSet.noneOf(ClaimKind.class);
    charging.addAll(step.claim());
    Set<ClaimKind> announcing = announcing(plan, step, customer);
    if (charging.isEmpty() && announcing.isEmpty()) {
      return Stated.NOTHING;
    }
    List<UUID> ids =
        asked.stream().map(each -> UUID.fromString(each.invoice().id())).distinct().toList();
    ClaimFacts facts = ClaimFacts.of(stores, company, today, ids);
    if (facts.lacksTerms(customer)) {
      return lacking(customer);
    }
    LocalDate received = Receipt.of(step.channel(), today);
    List<Debt> debts = debts(facts, customer, open, asked, received);
    Money fee = charging.contains(ClaimKind.FEE) ? facts.terms().stepFee() : null;
    if (!debts.isEmpty()) {
      debts.set(0, debts.getFirst().agreed(facts.agreed(customer, fees(ids, fee))));
    }
    Reckoning reckoning = Claims.together(debts, today, facts.rates());
    Demand demand = Demand.of(reckoning, charging, announcing);
    boolean charged =
        demand.charged().stream().anyMatch(line -> line.claim().kind() == ClaimKind.FEE);
    return new Stated(
        new ClaimsSaid(
            demand,
            received,
            Boolean.FALSE.equals(company.vatRecoverable()) && !debts.isEmpty()
                ? Claims.vat(debts.getFirst()).orElse(null)
                : null),
        reckoning,
        charged ? fee : null,
        debts);
  }

  /** Keeps what was said, or forgets what an action of the same name said before. */
  public void keep(String actionId, Stated stated) {
    Demand demand = stated.said.demand();
    boolean anything =
        demand.isStated() || !demand.leftOut().isEmpty() || !demand.problems().isEmpty();
    if (!anything) {
      if (saidToday()) {
        stores.claims().stated().forget(company.id(), actionId);
      }
      return;
    }
    anyToday = true;
    stores
        .claims()
        .stated()
        .put(
            company.id(),
            new StatedClaims.NewStatement(
                actionId,
                today,
                demand.announces(),
                demand.isStated() ? stated.said.received() : today,
                stated.fee,
                ClaimJson.statement(stated)),
            stated.debts.stream()
                .map(
                    debt ->
                        new StatedClaims.Instalment(
                            UUID.fromString(debt.invoiceIds().getFirst()), debt.due()))
                .toList());
  }

  /** Most companies claim nothing on most days, and then there is nothing to forget. */
  private boolean saidToday() {
    if (anyToday == null) {
      anyToday = stores.claims().stated().anyOn(company.id(), today);
    }
    return anyToday;
  }

  private Set<ClaimKind> announcing(Plan plan, Step step, Customer customer) {
    Set<ClaimKind> kinds = EnumSet.noneOf(ClaimKind.class);
    kinds.addAll(step.claim());
    if (Applicable.of(company, customer).announcesFirst()) {
      int rank = plan.rankOf(step.id());
      plan.steps().subList(Math.max(0, rank), plan.steps().size()).stream()
          .map(Step::claim)
          .forEach(kinds::addAll);
    }
    return kinds;
  }

  /** Why nothing is claimed where the law counts only as far as terms say. */
  static Problem termsMissing(Customer customer) {
    return new Problem(
        "terms",
        customer.id(),
        "TERMS_MISSING",
        "the law of the consumer's country grants only what terms say, and it was not said that"
            + " they do; say so in the terms of claims");
  }

  private static Stated lacking(Customer customer) {
    Demand demand =
        new Demand(List.of(), List.of(), List.of(), List.of(termsMissing(customer)), null);
    return new Stated(
        new ClaimsSaid(demand, LocalDate.MAX, null), Stated.NOTHING.reckoning, null, List.of());
  }

  /**
   * The debts that a message asks for; days that a law grants run from it where none ran before.
   */
  private List<Debt> debts(
      ClaimFacts facts,
      Customer customer,
      Collection<OpenInvoice> open,
      List<OpenInstalment> asked,
      LocalDate received) {
    List<Debt> debts = new ArrayList<>();
    for (OpenInvoice each : open) {
      Set<LocalDate> days = new HashSet<>();
      asked.stream()
          .filter(one -> one.invoice().id().equals(each.invoice().id()))
          .forEach(one -> days.add(one.dueDate()));
      if (!days.isEmpty()) {
        facts.debts(each.invoice(), each.open(), customer).debts().stream()
            .filter(debt -> days.contains(debt.due()))
            .map(debt -> running(debt, facts) ? debt.reminded(received) : debt)
            .forEach(debts::add);
      }
    }
    debts.sort(Comparator.comparing(Debt::due));
    return debts;
  }

  private boolean running(Debt debt, ClaimFacts facts) {
    Reckoning alone = Claims.of(debt, today, facts.rates());
    return !alone.coming().isEmpty()
        || alone.notes().stream().anyMatch(note -> NEEDS_MESSAGE.contains(note.kind()));
  }

  private List<Agreed.Fee> fees(List<UUID> ids, @Nullable Money now) {
    List<Agreed.Fee> fees = new ArrayList<>();
    if (now != null) {
      stores.claims().stated().fees(company.id(), ids, today.minusDays(1)).stream()
          .map(fee -> new Agreed.Fee(fee.on(), fee.amount()))
          .forEach(fees::add);
      fees.add(new Agreed.Fee(today, now));
    }
    return fees;
  }
}
