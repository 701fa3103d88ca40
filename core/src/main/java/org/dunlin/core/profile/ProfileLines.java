package org.dunlin.core.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.WritableText;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Fields of several lines: accounts and tolerances. */
final class ProfileLines {
  private static final Pattern OTHER_ACCOUNT =
      Pattern.compile("([A-Za-z0-9]{1,35}):\\s*([A-Za-z0-9/ .-]{1,34})");

  /** Of a bank whose files name no scheme: a number that no IBAN begins like. */
  private static final Pattern BARE_NUMBER = Pattern.compile("[0-9][A-Za-z0-9/.-]{0,33}");

  private static final Pattern AMOUNT =
      Pattern.compile("([A-Za-z]{3})\\s+(\\d{1,12}(?:\\.\\d{1,9})?)");

  private final List<ProfileError> errors;

  ProfileLines(List<ProfileError> errors) {
    this.errors = errors;
  }

  /** Accounts with an IBAN, and others as their number, or as scheme, colon and number. */
  List<AccountId> accounts(String text) {
    List<AccountId> accounts = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (String line : lines(text)) {
      AccountId account = account(line);
      if (account == null) {
        wrong(ProfileField.ACCOUNTS, Fault.NOT_AN_IBAN, line);
      } else if (!keys.add(account.key())) {
        wrong(ProfileField.ACCOUNTS, Fault.TWICE, account.key());
      } else {
        accounts.add(account);
      }
    }
    return accounts;
  }

  private static @Nullable AccountId account(String line) {
    Matcher other = OTHER_ACCOUNT.matcher(line);
    if (other.matches()) {
      return new AccountId(null, other.group(2).strip(), other.group(1));
    }
    if (BARE_NUMBER.matcher(line).matches()) {
      return new AccountId(null, line, null);
    }
    String iban = line.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    try {
      IbanUtil.validate(iban);
      return AccountId.ofIban(iban);
    } catch (Iban4jException e) {
      return null;
    }
  }

  /** A currency and an amount a line. */
  Map<CurrencyUnit, Money> tolerances(String text) {
    Map<CurrencyUnit, Money> tolerances = new HashMap<>();
    for (String line : lines(text)) {
      Money amount = amount(line);
      if (amount == null) {
        wrong(ProfileField.TOLERANCE, Fault.NOT_A_TOLERANCE, line);
      } else if (tolerances.put(amount.getCurrencyUnit(), amount) != null) {
        wrong(ProfileField.TOLERANCE, Fault.TWICE, amount.getCurrencyUnit().getCode());
      }
    }
    return tolerances;
  }

  private static @Nullable Money amount(String line) {
    Matcher said = AMOUNT.matcher(line);
    if (!said.matches()) {
      return null;
    }
    try {
      CurrencyUnit currency = CurrencyUnit.of(said.group(1).toUpperCase(Locale.ROOT));
      return Money.of(currency, new BigDecimal(said.group(2)));
    } catch (IllegalCurrencyException | ArithmeticException e) {
      return null; // no such currency, or more decimals than it has
    }
  }

  private void wrong(ProfileField field, Fault fault, String line) {
    errors.add(ProfileError.of(field, fault, WritableText.of(line)));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
