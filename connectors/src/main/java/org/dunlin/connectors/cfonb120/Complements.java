package org.dunlin.connectors.cfonb120;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.ExchangeRates;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.BankCharge;
import org.dunlin.core.model.Direction;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the complements (05) of a movement say, each by its qualifier (CFONB, évolutions du relevé
 * de compte 120 caractères, version 2.0, chapter 4.2). One that comes again goes on; one that
 * nobody knows is left out.
 */
final class Complements {
  /** More than any bank writes; a batch has some ten. */
  private static final int RECORDS_MAX = 1_000;

  private static final int RATE_FIRST = 69;
  private static final int RATE_LAST = 79;
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

  /**
   * A side of a payment: who pays, or who is paid.
   *
   * @param id of the party
   * @param ultimate for whom it pays or is paid
   */
  record Party(
      @Nullable String name,
      @Nullable String id,
      @Nullable AccountId account,
      @Nullable String ultimate) {}

  private final CurrencyUnit currency;
  private final Map<String, String> first = new HashMap<>();
  private final StringJoiner free = new StringJoiner(" ");
  private final StringBuilder hashed = new StringBuilder();
  private final List<BankCharge> charges = new ArrayList<>(0);
  private @Nullable Money ordered;
  private @Nullable BigDecimal rate;
  private int records;

  Complements(CurrencyUnit currency) {
    this.currency = currency;
  }

  void add(FixedLine line) {
    if (++records > RECORDS_MAX) {
      throw new Refusal(
          "TOO_MANY_DETAILS",
          line.number(),
          "one movement has more than "
              + RECORDS_MAX
              + " complements, so the file is damaged; ask the bank for it again");
    }
    hashed.append(line.raw(46, 118)).append('\n');
    String qualifier = line.raw(46, 48);
    switch (qualifier) {
      case "LIB" -> free.add(line.raw(49, 118).strip());
      case "MMO" -> original(line);
      case "FEE" -> charge(line);
      case "NPY", "NBE", "NPO", "NBU", "LCC", "LC2", "RET" -> put(qualifier, line.field(49, 118));
      case "IPY", "IBE", "LCS", "CBE", "CPY", "RUM" -> put(qualifier, line.field(49, 83));
      case "RCN" -> put(qualifier, line.field(49, 83));
      case "REF" -> {
        put(qualifier, line.field(49, 83));
        put("REF2", line.field(84, 118));
      }
      case "   " -> old(line);
      default -> {
        // of the bank itself
      }
    }
  }

  /** The side that pays (NPY, IPY, CPY, NPO) or is paid (NBE, IBE, CBE, NBU). */
  Party side(boolean payer) {
    return payer
        ? new Party(first.get("NPY"), first.get("IPY"), account("CPY"), first.get("NPO"))
        : new Party(first.get("NBE"), first.get("IBE"), account("CBE"), first.get("NBU"));
  }

  /** The words from client to client (LCC, LC2); null for none. */
  @Nullable String words() {
    String one = first.get("LCC");
    String two = first.get("LC2");
    return one == null || two == null ? one == null ? two : one : one + " " + two;
  }

  /** The words of the bank (LIB). */
  String free() {
    return free.toString();
  }

  @Nullable String creditorReference() {
    return first.get("LCS");
  }

  @Nullable String endToEndId() {
    return first.get("RCN");
  }

  @Nullable String batchId() {
    return first.get("REF");
  }

  @Nullable String instructionId() {
    return first.get("REF2");
  }

  @Nullable String mandateId() {
    return first.get("RUM");
  }

  /** The bank's words on why it came back (RET). */
  @Nullable String returnText() {
    return first.get("RET");
  }

  /** What was ordered in another currency. */
  @Nullable Money ordered() {
    return ordered;
  }

  @Nullable BigDecimal rate() {
    return rate;
  }

  List<BankCharge> charges() {
    return charges;
  }

  /** All records as they stand, for the name of the entry. */
  String hashed() {
    return hashed.toString();
  }

  private void put(String qualifier, @Nullable String value) {
    if (value != null) {
      first.merge(qualifier, value, (before, after) -> before + " " + after);
    }
  }

  /** Before qualifiers there were, words began where nothing stands now (positions 41 to 81). */
  private void old(FixedLine line) {
    String words = line.field(49, 118);
    if (words != null) {
      free.add(words);
    }
  }

  /** Amount and rate only inform: what cannot be read is left out. */
  private void original(FixedLine line) {
    Money amount = money(line);
    if (amount != null && !amount.getCurrencyUnit().equals(currency)) {
      ordered = amount;
    }
    String places = line.raw(67, 68).strip();
    String digits = line.raw(RATE_FIRST, RATE_LAST).strip();
    if (NUMBER.matcher(places).matches() && NUMBER.matcher(digits).matches()) {
      BigDecimal number = new BigDecimal(digits).movePointLeft(Integer.parseInt(places));
      rate = ExchangeRates.sensible(number);
    }
  }

  private void charge(FixedLine line) {
    Money amount = money(line);
    if (amount != null && amount.isPositive()) {
      charges.add(new BankCharge(amount, Direction.OUT, null, null));
    }
  }

  /** A currency, how many decimals, and 14 digits. */
  private static @Nullable Money money(FixedLine line) {
    String digits = line.raw(53, 66).strip();
    int places = Character.digit(line.at(52), 10);
    if (places < 0 || !NUMBER.matcher(digits).matches()) {
      return null;
    }
    try {
      CurrencyUnit currency = CurrencyUnit.of(line.raw(49, 51));
      return Money.of(
          currency,
          new BigDecimal(digits).movePointLeft(places).setScale(currency.getDecimalPlaces()));
    } catch (IllegalCurrencyException | ArithmeticException e) {
      return null; // a currency of the past, or more decimals than it has
    }
  }

  private @Nullable AccountId account(String qualifier) {
    String said = first.get(qualifier);
    if (said == null) {
      return null;
    }
    String compact = said.replace(" ", "").toUpperCase(Locale.ROOT);
    return IBAN.matcher(compact).matches()
        ? AccountId.ofIban(compact)
        : new AccountId(null, said, null);
  }
}
