package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.RemittanceReference;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Which money that left gives a customer's credit back. Certain only where account or structured
 * reference and amount agree, and neither side could be another's; else suggested with its reasons.
 * Returns, fees, transfers between own accounts, salaries and taxes are never one.
 */
public final class Refunds {
  private static final int MOST_SUGGESTED = 3;
  private static final int MOST_COMPARED = 200;
  private static final int SHORTEST_REFERENCE = 6;

  /** Of ISO 20022: what wages, pensions, taxes and social insurance are paid as. */
  private static final Pattern NO_CUSTOMERS_CODE =
      Pattern.compile(".*\\b(SALA|PAYR|PENS|TAXS|SSBE|GOVT|VATX|WHLD)\\b.*");

  private static final Pattern NO_CUSTOMERS_WORD =
      Pattern.compile(
          ".*\\b(SALARIS|LOON|LOONHEFFING|NETTOLOON|LOHN|GEHALT|SALAIRES?|PAIE|SALARY|WAGES?|PAYROLL"
              + "|BELASTING(DIENST|EN)?|FINANZAMT|LOHNSTEUER|UMSATZSTEUER|IMPOTS?|URSSAF|DGFIP|HMRC"
              + "|OMZETBELASTING|PENSION|PENSIOEN)\\b.*",
          Pattern.DOTALL);

  private static final Comparator<Pair> BEST_FIRST =
      Comparator.comparing((Pair pair) -> !pair.equal())
          .thenComparing(pair -> !pair.strong())
          .thenComparing(pair -> pair.credit().payment().bookingDate())
          .thenComparing(pair -> pair.credit().payment().id());

  private final Map<String, Customer> customers;
  private final Set<String> ownAccounts;
  private final Set<Refused> refused;
  private final Map<Money, List<Credit>> byAmount = new HashMap<>();
  private final Map<String, List<Credit>> byAccount = new HashMap<>();

  private Refunds(
      Company company, List<Customer> customers, List<Credit> credits, Set<Refused> refused) {
    this.customers = customers.stream().collect(Collectors.toMap(Customer::id, each -> each));
    this.ownAccounts =
        company.accounts().stream()
            .map(account -> Payers.normal(account.key()))
            .collect(Collectors.toSet());
    this.refused = refused;
    for (Credit credit : credits) {
      byAmount.computeIfAbsent(credit.left(), key -> new ArrayList<>(1)).add(credit);
      accounts(credit)
          .forEach(
              account -> byAccount.computeIfAbsent(account, key -> new ArrayList<>(1)).add(credit));
    }
  }

  /**
   * Money of a customer that no invoice took.
   *
   * @param left of it
   */
  public record Credit(Payment payment, Money left, String customerId) {}

  /** Why money that left may be a refund. */
  public enum Reason {
    /** It went to the account from which the credit came, or one of the customer's. */
    ACCOUNT,
    /** It gives the reference under which the credit came. */
    REFERENCE,
    /** The receiver's name may be the customer's. */
    NAME,
    /** It is just the credit. */
    AMOUNT,
    /** It is less than the credit. */
    PART
  }

  /** A pair that a person refused or undid. */
  public record Refused(String paidOutId, String creditId) {}

  /**
   * What was found.
   *
   * @param certain whether no person need confirm it
   */
  public record Found(
      String paidOutId, Credit credit, Money amount, boolean certain, List<Reason> reasons) {
    public Found {
      reasons = List.copyOf(reasons);
    }
  }

  private record Pair(UnallocatedPayment out, Credit credit, Set<Reason> reasons) {
    boolean equal() {
      return reasons.contains(Reason.AMOUNT);
    }

    boolean strong() {
      return reasons.contains(Reason.ACCOUNT) || reasons.contains(Reason.REFERENCE);
    }
  }

  /**
   * The refunds among money that left, in the order of its ids, of each the best first. The order
   * of what is given means nothing.
   *
   * @param out what left, with what of it gives nothing back yet
   */
  public static List<Found> find(
      Company company,
      List<Customer> customers,
      List<UnallocatedPayment> out,
      List<Credit> credits,
      Set<Refused> refused) {
    return new Refunds(company, customers, credits, refused).find(out);
  }

  private List<Found> find(List<UnallocatedPayment> out) {
    List<List<Pair>> all = new ArrayList<>();
    Map<String, Integer> strongOfCredit = new HashMap<>();
    out.stream()
        .filter(this::counts)
        .sorted(Comparator.comparing(each -> each.payment().id()))
        .forEach(
            each -> {
              List<Pair> pairs = pairs(each);
              pairs.stream()
                  .filter(Pair::strong)
                  .forEach(pair -> strongOfCredit.merge(id(pair.credit()), 1, Integer::sum));
              all.add(pairs);
            });
    List<Found> found = new ArrayList<>();
    for (List<Pair> pairs : all) {
      List<Pair> strong = pairs.stream().filter(Pair::strong).toList();
      boolean sole =
          strong.size() == 1
              && strong.getFirst().equal()
              && strongOfCredit.getOrDefault(id(strong.getFirst().credit()), 0) == 1
              && refused.stream().noneMatch(each -> each.paidOutId().equals(outId(strong)));
      (sole ? strong : pairs.stream().limit(MOST_SUGGESTED).toList())
          .forEach(pair -> found.add(found(pair, sole)));
    }
    return List.copyOf(found);
  }

  private static String outId(List<Pair> pairs) {
    return pairs.getFirst().out().payment().id();
  }

  private static String id(Credit credit) {
    return credit.payment().id();
  }

  private static Found found(Pair pair, boolean certain) {
    return new Found(
        pair.out().payment().id(),
        pair.credit(),
        pair.out().unallocated(),
        certain,
        List.copyOf(EnumSet.copyOf(pair.reasons())));
  }

  /** Whether it may have gone to a customer at all. */
  private boolean counts(UnallocatedPayment candidate) {
    Payment payment = candidate.payment();
    boolean ofACompany =
        switch (payment.kind()) {
          case TRANSFER, CARD, WALLET, CHEQUE, OTHER -> true;
          case RETURN, FEE, PAYOUT, DIRECT_DEBIT -> false;
        };
    AccountId to = payment.payerAccount();
    boolean own = to != null && ownAccounts.contains(Payers.normal(to.key()));
    return ofACompany
        && payment.direction() == Direction.OUT
        && payment.returnOf() == null
        && !payment.voided()
        && candidate.unallocated().isPositive()
        && !own
        && !wagesOrTaxes(payment);
  }

  private static boolean wagesOrTaxes(Payment payment) {
    String code = payment.transactionCode();
    String said = payment.remittance() + " " + payment.payerName();
    return code != null && NO_CUSTOMERS_CODE.matcher(code.toUpperCase(Locale.ROOT)).matches()
        || NO_CUSTOMERS_WORD.matcher(NameWords.bare(Text.plain(said))).matches();
  }

  private List<Pair> pairs(UnallocatedPayment out) {
    Set<Credit> compared = new LinkedHashSet<>(some(byAmount.get(out.unallocated())));
    AccountId to = out.payment().payerAccount();
    if (to != null) {
      compared.addAll(some(byAccount.get(Payers.normal(to.key()))));
    }
    List<Pair> pairs = new ArrayList<>();
    for (Credit credit : compared) {
      Pair pair = new Pair(out, credit, reasons(out, credit));
      boolean likely =
          pair.equal() ? pair.strong() || pair.reasons().contains(Reason.NAME) : pair.strong();
      if (likely
          && !credit.left().isLessThan(out.unallocated())
          && !out.payment().bookingDate().isBefore(credit.payment().bookingDate())
          && !refused.contains(new Refused(out.payment().id(), id(credit)))) {
        pairs.add(pair);
      }
    }
    pairs.sort(BEST_FIRST);
    return pairs;
  }

  private static List<Credit> some(@Nullable List<Credit> credits) {
    return credits == null
        ? List.of()
        : credits.subList(0, Math.min(credits.size(), MOST_COMPARED));
  }

  private Set<Reason> reasons(UnallocatedPayment out, Credit credit) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    if (!credit.left().isSameCurrency(out.unallocated())) {
      return reasons;
    }
    reasons.add(credit.left().equals(out.unallocated()) ? Reason.AMOUNT : Reason.PART);
    AccountId to = out.payment().payerAccount();
    if (to != null && accounts(credit).contains(Payers.normal(to.key()))) {
      reasons.add(Reason.ACCOUNT);
    }
    if (references(out.payment()).stream().anyMatch(references(credit.payment())::contains)) {
      reasons.add(Reason.REFERENCE);
    }
    if (named(out.payment().payerName(), credit)) {
      reasons.add(Reason.NAME);
    }
    return reasons;
  }

  private boolean named(@Nullable String receiver, Credit credit) {
    if (receiver == null) {
      return false;
    }
    NameWords name = NameWords.of(receiver);
    Customer customer = customers.get(credit.customerId());
    String payer = credit.payment().payerName();
    return customer != null && NameWords.of(customer.name()).like(name)
        || payer != null && NameWords.of(payer).like(name);
  }

  private Set<String> accounts(Credit credit) {
    Set<String> accounts = new LinkedHashSet<>();
    AccountId from = credit.payment().payerAccount();
    if (from != null) {
      accounts.add(Payers.normal(from.key()));
    }
    Customer customer = customers.get(credit.customerId());
    if (customer != null) {
      customer.ibans().forEach(iban -> accounts.add(Payers.normal(iban)));
    }
    return accounts;
  }

  private static Set<String> references(Payment payment) {
    Set<String> references = new LinkedHashSet<>();
    add(references, payment.creditorReference());
    add(references, payment.endToEndId());
    for (RemittanceReference each : payment.references()) {
      add(references, each.value());
    }
    return references;
  }

  private static void add(Set<String> references, @Nullable String reference) {
    String key = reference == null ? "" : Text.compact(reference);
    boolean said = !Objects.equals(key, "NOTPROVIDED") && !Objects.equals(key, "NOTPROVIDE");
    if (said && key.length() >= SHORTEST_REFERENCE && !key.chars().allMatch(c -> c == '0')) {
      references.add(key);
    }
  }
}
