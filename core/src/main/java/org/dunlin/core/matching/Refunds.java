package org.dunlin.core.matching;

import java.time.LocalDate;
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
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.RemittanceReference;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Which money that left gives a customer's credit back: money that no invoice took, or a credit
 * note. Certain only where account or structured reference and amount agree, and neither side could
 * be another's; else suggested with its reasons. Returns, fees, transfers between own accounts,
 * salaries and taxes are never one.
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

  private static final Pattern WORDS = Pattern.compile("[\\s,;:]+");

  private static final Comparator<Pair> BEST_FIRST =
      Comparator.comparing((Pair pair) -> !pair.equal())
          .thenComparing(pair -> !pair.strong())
          .thenComparing(pair -> pair.credit().since())
          .thenComparing(pair -> pair.credit().id());

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
   * What a customer gets back: money that no invoice took, or what stays open of a credit note.
   *
   * @param id of the payment or of the credit note
   * @param since the day from which on it can be given back
   * @param left of it
   * @param payerName under whose name the money came; absent of a credit note
   * @param accounts from which it came, or to which it was ordered to go
   * @param references under which it came, or was ordered to go
   * @param number of the credit note; absent of money
   */
  public record Credit(
      String id,
      LocalDate since,
      Money left,
      String customerId,
      @Nullable String payerName,
      List<AccountId> accounts,
      List<String> references,
      @Nullable String number) {
    public Credit {
      accounts = List.copyOf(accounts);
      references = List.copyOf(references);
    }

    /** What is left of money that came in. */
    public static Credit of(Payment payment, Money left, String customerId) {
      AccountId from = payment.payerAccount();
      return new Credit(
          payment.id(),
          payment.bookingDate(),
          left,
          customerId,
          payment.payerName(),
          from == null ? List.of() : List.of(from),
          List.copyOf(Refunds.references(payment)),
          null);
    }

    /**
     * What is left of a credit note.
     *
     * @param account to which it was ordered to go; absent where it was not
     * @param reference under which it was ordered to go; absent where it was not
     */
    public static Credit of(
        Invoice note,
        Money left,
        String customerId,
        @Nullable AccountId account,
        @Nullable String reference) {
      Set<String> references = new LinkedHashSet<>();
      add(references, reference);
      add(references, note.paymentReference());
      return new Credit(
          note.id(),
          note.issueDate(),
          left,
          customerId,
          null,
          account == null ? List.of() : List.of(account),
          List.copyOf(references),
          note.number());
    }
  }

  /** Why money that left may be a refund. */
  public enum Reason {
    /** It went to the account from which the credit came or was to go, or one of the customer's. */
    ACCOUNT,
    /** It gives the reference under which the credit came, or names the credit note. */
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
                  .forEach(pair -> strongOfCredit.merge(pair.credit().id(), 1, Integer::sum));
              all.add(pairs);
            });
    List<Found> found = new ArrayList<>();
    for (List<Pair> pairs : all) {
      List<Pair> strong = pairs.stream().filter(Pair::strong).toList();
      boolean sole =
          strong.size() == 1
              && strong.getFirst().equal()
              && strongOfCredit.getOrDefault(strong.getFirst().credit().id(), 0) == 1
              && refused.stream().noneMatch(each -> each.paidOutId().equals(outId(strong)));
      (sole ? strong : pairs.stream().limit(MOST_SUGGESTED).toList())
          .forEach(pair -> found.add(found(pair, sole)));
    }
    return List.copyOf(found);
  }

  private static String outId(List<Pair> pairs) {
    return pairs.getFirst().out().payment().id();
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
          && !out.payment().bookingDate().isBefore(credit.since())
          && !refused.contains(new Refused(out.payment().id(), credit.id()))) {
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
    if (references(out.payment()).stream().anyMatch(credit.references()::contains)
        || names(out.payment(), credit.number())) {
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
    String payer = credit.payerName();
    return customer != null && NameWords.of(customer.name()).like(name)
        || payer != null && NameWords.of(payer).like(name);
  }

  private Set<String> accounts(Credit credit) {
    Set<String> accounts = new LinkedHashSet<>();
    credit.accounts().forEach(account -> accounts.add(Payers.normal(account.key())));
    Customer customer = customers.get(credit.customerId());
    if (customer != null) {
      customer.ibans().forEach(iban -> accounts.add(Payers.normal(iban)));
    }
    return accounts;
  }

  /** Whether the text names a credit note by its number, as a word of its own. */
  private static boolean names(Payment out, @Nullable String number) {
    String key = number == null ? "" : Text.compact(number);
    return key.length() >= SHORTEST_REFERENCE
        && key.chars().anyMatch(Character::isDigit)
        && WORDS
            .splitAsStream(String.valueOf(out.remittance()))
            .anyMatch(word -> Text.compact(word).equals(key));
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
