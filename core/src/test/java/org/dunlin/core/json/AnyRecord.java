package org.dunlin.core.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.ArrangementState;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.BankCharge;
import org.dunlin.core.model.BankReferences;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.DisputeState;
import org.dunlin.core.model.DueDateFrom;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.EarlyPayment;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentDetails;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.PrecedingInvoice;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.PromiseState;
import org.dunlin.core.model.RemittanceReference;
import org.dunlin.core.model.Source;
import org.dunlin.core.model.Statement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Records with every field at random, absent ones included. */
final class AnyRecord {
  static final int TYPES = 17;

  /** The currency of the company, which a line without a currency of its own has too. */
  static final CurrencyUnit CURRENCY = CurrencyUnit.of("BHD");

  private static final List<String> TEXTS =
      List.of(
          "a",
          "2026-0042",
          " blank around ",
          "\"quoted\" \\ /",
          "tab\tand\nline\r\nends",
          "Ünïcødé",
          "emoji \uD83E\uDD86",
          "\u0001\u001F\u007F\u2028",
          "null",
          "{}",
          "0.10");

  private final Random random;

  AnyRecord(long seed) {
    random = new Random(seed);
  }

  CanonicalRecord ofType(int type) {
    return switch (type) {
      case 0 -> company();
      case 1 -> customer();
      case 2 -> invoice();
      case 3 -> statement();
      case 4 -> payment();
      case 5 -> allocation();
      case 6 ->
          new Adjustment(
              maybe(this::text),
              text(),
              money(CURRENCY),
              word(AdjustmentReason.class),
              maybe(this::text));
      case 7 -> new Problem(text(), maybe(this::text), text(), text());
      case 8 -> action();
      case 9 -> claim();
      case 10 -> hold();
      case 11 ->
          new Promise(text(), text(), some(this::text), money(), date(), word(PromiseState.class));
      case 12 ->
          new Dispute(
              text(),
              text(),
              maybe(this::money),
              text(),
              maybe(this::text),
              maybe(this::date),
              word(DisputeState.class));
      case 13 -> arrangement();
      case 14 -> new AnyPaying(this).paymentLink();
      case 15 -> new AnyPaying(this).checkout();
      case 16 -> new AnyPaying(this).mandate();
      default -> throw new IllegalArgumentException("no type " + type);
    };
  }

  Company company() {
    CurrencyUnit euro = CurrencyUnit.EUR;
    return new Company(
        text(),
        text(),
        "NL",
        ZoneId.of("Europe/Amsterdam"),
        maybe(this::text),
        CURRENCY,
        some(this::account),
        maybe(this::text),
        maybe(random::nextBoolean),
        maybe(this::count),
        random.nextBoolean() ? Map.of() : Map.of(euro, money(euro), CURRENCY, money(CURRENCY)),
        maybe(this::share),
        maybe(() -> word(DunningMode.class)));
  }

  private Customer customer() {
    Supplier<Address> address =
        () ->
            new Address(maybe(this::text), maybe(this::text), maybe(this::text), maybe(this::text));
    return new Customer(
        text(),
        maybe(this::text),
        text(),
        maybe(this::text),
        maybe(this::text),
        maybe(address),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        some(this::text),
        maybe(random::nextBoolean),
        some(this::text),
        maybe(this::text),
        maybe(this::count),
        maybe(this::source));
  }

  private Invoice invoice() {
    CurrencyUnit currency = currency();
    return new Invoice(
        text(),
        text(),
        word(InvoiceKind.class),
        text(),
        date(),
        maybe(this::date),
        maybe(() -> word(DueDateFrom.class)),
        money(currency),
        money(currency),
        word(InvoiceStatus.class),
        maybe(this::text),
        maybe(this::text),
        maybe(() -> new EarlyPayment(decimal(), date())),
        some(() -> instalment(currency)),
        some(() -> new PrecedingInvoice(text(), maybe(this::date))),
        some(() -> new Attachment(text(), maybe(this::text), maybe(this::text), maybe(this::text))),
        maybe(this::source));
  }

  private Statement statement() {
    CurrencyUnit currency = currency();
    return new Statement(
        text(),
        account(),
        currency,
        date(),
        date(),
        maybe(() -> money(currency).negated()),
        maybe(() -> money(currency)),
        count(),
        maybe(this::source));
  }

  private Payment payment() {
    Money amount = money();
    CurrencyUnit currency = amount.getCurrencyUnit();
    return new Payment(
        text(),
        word(PaymentKind.class),
        word(Direction.class),
        date(),
        maybe(this::date),
        amount,
        maybe(this::text),
        maybe(this::account),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        some(() -> new RemittanceReference(text(), text(), maybe(() -> money(currency)))),
        maybe(this::text),
        maybe(this::text),
        maybe(this::account),
        maybe(this::text),
        random.nextBoolean() ? PaymentDetails.NONE : paymentDetails(),
        maybe(this::source));
  }

  private PaymentDetails paymentDetails() {
    return new PaymentDetails(
        bankReferences(),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::money),
        maybe(this::decimal),
        some(
            () ->
                new BankCharge(
                    money(), word(Direction.class), maybe(random::nextBoolean), maybe(this::text))),
        maybe(this::text));
  }

  private BankReferences bankReferences() {
    return new BankReferences(
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text));
  }

  private Allocation allocation() {
    boolean creditNote = random.nextBoolean();
    return new Allocation(
        creditNote ? null : text(),
        creditNote ? text() : null,
        text(),
        money(CURRENCY),
        maybe(this::text),
        maybe(this::count),
        word(Decision.class),
        maybe(() -> word(MatchRule.class)),
        maybe(this::share),
        some(this::text));
  }

  private Action action() {
    return new Action(
        text(),
        text(),
        text(),
        text(),
        word(Channel.class),
        date(),
        word(ActionState.class),
        some(() -> new ActionItem(text(), date(), text(), money())),
        some(this::hold));
  }

  private Claim claim() {
    return new Claim(
        some(this::text),
        word(ClaimKind.class),
        money(),
        maybe(this::date),
        maybe(this::date),
        maybe(this::decimal),
        maybe(this::text),
        maybe(this::text));
  }

  private Hold hold() {
    return new Hold(
        maybe(this::text), maybe(this::text), word(HoldReason.class), maybe(this::date));
  }

  Instant instant() {
    return Instant.ofEpochSecond(random.nextInt(), random.nextInt(3) * 500_000_000L);
  }

  private Arrangement arrangement() {
    CurrencyUnit currency = currency();
    return new Arrangement(
        text(),
        text(),
        some(this::text),
        some(() -> instalment(currency)),
        currency,
        word(ArrangementState.class));
  }

  private Instalment instalment(CurrencyUnit currency) {
    return new Instalment(date(), money(currency));
  }

  private AccountId account() {
    return random.nextBoolean()
        ? AccountId.ofIban(text())
        : new AccountId(null, text(), maybe(this::text));
  }

  Source source() {
    return new Source(text(), text(), maybe(this::text), maybe(this::instant));
  }

  String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  LocalDate date() {
    return LocalDate.of(1 + random.nextInt(9999), 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  private int count() {
    return random.nextInt(Integer.MAX_VALUE);
  }

  private BigDecimal share() {
    int scale = random.nextInt(11);
    return BigDecimal.valueOf(random.nextLong(Math.round(Math.pow(10, scale)) + 1), scale);
  }

  private BigDecimal decimal() {
    return BigDecimal.valueOf(random.nextInt(), random.nextInt(11));
  }

  private CurrencyUnit currency() {
    return CurrencyUnit.of(List.of("EUR", "JPY", "BHD", "USD").get(random.nextInt(4)));
  }

  Money money() {
    return money(currency());
  }

  Money money(CurrencyUnit currency) {
    return Money.ofMinor(currency, random.nextLong(1_000_000_000_000_000L));
  }

  <E extends Enum<E>> E word(Class<E> words) {
    E[] all = words.getEnumConstants();
    return all[random.nextInt(all.length)];
  }

  <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  <T> List<T> some(Supplier<T> value) {
    List<T> values = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      values.add(value.get());
    }
    return values;
  }
}
