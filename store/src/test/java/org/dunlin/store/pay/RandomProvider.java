package org.dunlin.store.pay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.store.Collision;
import org.dunlin.store.Ids;
import org.dunlin.store.Rows;
import org.dunlin.store.ledger.Payments.Entry;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.pay.PayoutEntries.FoundBy;
import org.dunlin.store.pay.PayoutEntries.Pair;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves a company's money at providers and at a bank, in an order that nobody chose. */
final class RandomProvider {
  private static final int DAYS = 6;
  private static final List<CurrencyUnit> CURRENCIES =
      List.of(CurrencyUnit.EUR, CurrencyUnit.EUR, CurrencyUnit.GBP);

  private static final List<AccountId> ACCOUNTS =
      List.of(
          Rows.ACCOUNT,
          new AccountId(null, "pfl_1", "ledgerly"),
          new AccountId(null, "pfl_1", "ledgerly"),
          new AccountId(null, "pfl_2", "ledgerly"),
          new AccountId(null, "acct_1", "tillwise"));

  /** Fees and payouts hang together with most else. */
  private static final List<PaymentKind> KINDS =
      List.of(
          PaymentKind.TRANSFER,
          PaymentKind.CARD,
          PaymentKind.RETURN,
          PaymentKind.FEE,
          PaymentKind.FEE,
          PaymentKind.PAYOUT,
          PaymentKind.PAYOUT);

  private static final String PAYMENTS =
      "select payment_id from payment where company_id = ? and %s order by entry_key";

  private static final String EFFECTS =
      "select effect_id from effect where company_id = ? and %s order by sequence";

  private static final String ENTRIES =
      "select entry_id from payout_entry where company_id = ? and %s order by found_at";

  private static final List<EffectState> STATES =
      List.of(
          EffectState.SENT,
          EffectState.SENT,
          EffectState.CANCELLED,
          EffectState.FAILED,
          EffectState.PENDING);

  private final Rows rows;
  private final JdbcClient jdbc;
  private final String company;
  private final long seed;
  private final Random random;
  private int told;

  /** The same seed does the same, for one who is alone. */
  RandomProvider(Rows rows, String company, long seed) {
    this.rows = rows;
    this.jdbc = rows.jdbc();
    this.company = company;
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** One thing of many. What another holds, or the schema refuses, is undone as a whole. */
  void step() {
    try {
      rows.stores.transactions().run(this::something);
    } catch (Collision | DataIntegrityViolationException e) {
      // the figures are those of before
    } catch (IllegalStateException e) {
      String said = String.valueOf(e.getMessage());
      if (!said.equals("undone") && !said.contains("booked already")) {
        throw e;
      }
    }
  }

  private void something() {
    switch (random.nextInt(15)) {
      case 0, 1, 2, 3 -> moneyMoves();
      case 4, 5 -> arrives();
      case 6 -> isNone();
      case 7, 8 -> isBooked();
      case 9, 10 -> effectMoves();
      case 11 -> isOtherwise(1);
      case 12 -> isOtherwise(5);
      case 13 -> goes();
      default -> {
        moneyMoves();
        arrives();
        isBooked();
        effectMoves();
        throw new IllegalStateException("undone");
      }
    }
  }

  /** A page or a statement comes in. */
  private void moneyMoves() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      entries.add(new Entry(i, money(), new byte[] {1}, false));
    }
    rows.stores.payments().add(Rows.origin(company, 1), Ids.next(), 0, entries);
  }

  /** An entry of a bank brings a payout, or will. */
  private void arrives() {
    List<UUID> payouts = some(PAYMENTS, atProvider("PAYOUT"), 1);
    UUID payout = random.nextInt(4) == 0 || payouts.isEmpty() ? null : payouts.getFirst();
    for (UUID entry : some(PAYMENTS, "kind <> 'PAYOUT'", 1)) {
      rows.stores
          .pay()
          .payouts()
          .note(company, new Pair(entry, "ledgerly", payout, FoundBy.AMOUNT));
    }
  }

  private void isNone() {
    some(ENTRIES, "true", 1).forEach(entry -> rows.stores.pay().payouts().refuse(company, entry));
  }

  private void isBooked() {
    UUID id = Ids.next();
    rows.stores
        .outbox()
        .add(
            Effect.decided(
                company,
                id,
                "books",
                id.toString(),
                EffectKind.WRITE_BACK,
                null,
                "{}",
                EffectState.PENDING,
                Rows.DAY));
    jdbc.sql(
            "insert into write_back (company_id, effect_id, connection_id, kind, reference)"
                + " values (?, ?, 'books', 'FEE', 'r')")
        .params(company, id)
        .update();
    rows.stores
        .pay()
        .fees()
        .book(company, id, some(PAYMENTS, atProvider("FEE"), 1 + random.nextInt(2)));
  }

  private void effectMoves() {
    String booksSomething = "effect_id in (select effect_id from fee_booking)";
    for (UUID effect : some(EFFECTS, booksSomething, 1)) {
      if (random.nextInt(10) == 0) {
        update("delete from effect where company_id = ? and effect_id = ?", company, effect);
      } else {
        String to = STATES.get(random.nextInt(STATES.size())).name();
        update(
            "update effect set state = ? where company_id = ? and effect_id = ?",
            to,
            company,
            effect);
      }
    }
  }

  /** Whoever changes them, and whatever of them, at one time. */
  private void isOtherwise(int most) {
    String to =
        switch (random.nextInt(6)) {
          case 0 -> "opened = amount, amount = 0";
          case 1 -> "record = jsonb_set(record, '{accountNumber}', '\"pfl_3\"')";
          case 2 -> "record = record - 'accountScheme'";
          case 3 -> "kind = 'PAYOUT', direction = 'OUT'";
          case 4 -> "claimed = 0";
          default -> "booking_date = booking_date + 1";
        };
    UUID[] ids = some(PAYMENTS, "amount > 0", most).toArray(UUID[]::new);
    update(
        "update payment set " + to + " where company_id = ? and payment_id = any (?)",
        company,
        ids);
  }

  private void goes() {
    UUID[] ids = some(PAYMENTS, "true", 1 + random.nextInt(5)).toArray(UUID[]::new);
    update("delete from payment where company_id = ? and payment_id = any (?)", company, ids);
  }

  private void update(String sql, Object... values) {
    jdbc.sql(sql).params(values).update();
  }

  /** Most of the time of a provider, and of any amount. */
  private String atProvider(String kind) {
    String provided = random.nextInt(10) == 0 ? "" : " and record ->> 'accountScheme' is not null";
    return "kind = '" + kind + "'" + provided;
  }

  private List<UUID> some(String from, String which, int most) {
    List<UUID> all =
        new ArrayList<>(jdbc.sql(from.formatted(which)).param(company).query(UUID.class).list());
    List<UUID> some = new ArrayList<>();
    for (int i = 0; i < most && !all.isEmpty(); i++) {
      some.add(all.remove(random.nextInt(all.size())));
    }
    return some;
  }

  private Payment money() {
    LocalDate on = Rows.DAY.minusDays(random.nextInt(DAYS));
    return new Payment(
        "e-%d-%06d".formatted(seed, ++told),
        KINDS.get(random.nextInt(KINDS.size())),
        random.nextInt(3) == 0 ? Direction.IN : Direction.OUT,
        on,
        null,
        Money.ofMinor(CURRENCIES.get(random.nextInt(CURRENCIES.size())), random.nextInt(30_000)),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        ACCOUNTS.get(random.nextInt(ACCOUNTS.size())),
        null,
        null);
  }
}
