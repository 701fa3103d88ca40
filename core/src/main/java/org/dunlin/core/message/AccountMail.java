package org.dunlin.core.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.account.AccountStatement;
import org.dunlin.core.account.CurrencyAccount;
import org.dunlin.core.brand.Color;
import org.dunlin.core.model.Customer;

/** The e-mail with which a statement of account goes to its customer as a PDF. */
public final class AccountMail {
  private static final Color PLAIN = new Color("#37474f");

  private AccountMail() {}

  /** The message, in the language in which the company writes to the customer. */
  public static Message write(AccountStatement statement, Sender sender) {
    AccountWords words = new AccountWords(statement);
    Wording wording = new Wording(words.language(), "account");
    Map<String, Object> values = values(statement, sender, words);
    String subject = wording.subject(values);
    values.put("subject", subject);
    return new Message(subject, wording.text(values), wording.html(values), null);
  }

  private static Map<String, Object> values(
      AccountStatement statement, Sender sender, AccountWords words) {
    Customer customer = statement.customer();
    Color color = sender.color().orElse(PLAIN);
    String number = customer.number();
    Map<String, Object> values = new HashMap<>();
    values.put("lang", words.language().code());
    values.put("label", Labels.of(words.language()));
    values.put("heading", words.label("heading-account"));
    values.put("company", OneLine.of(sender.name()));
    values.put("replyAddress", OneLine.of(sender.replyAddress()));
    values.put("logo", sender.logo());
    values.put("color", color.hex());
    values.put("textOnColor", color.textOn().hex());
    values.put("customer", OneLine.of(customer.name()));
    values.put("customerNumber", number == null || number.isBlank() ? false : OneLine.of(number));
    values.put("person", Boolean.TRUE.equals(customer.consumer()));
    values.put("from", words.date(statement.from()));
    values.put("to", words.date(statement.to()));
    values.put("balances", balances(statement, words));
    values.put("owes", statement.accounts().stream().anyMatch(AccountMail::owes));
    return values;
  }

  private static boolean owes(CurrencyAccount account) {
    return account.closing().isPositive();
  }

  private static List<Map<String, Object>> balances(
      AccountStatement statement, AccountWords words) {
    return statement.accounts().stream()
        .map(CurrencyAccount::closing)
        .map(
            closing ->
                Map.<String, Object>of(
                    "favour", closing.isNegative(), "amount", words.amount(closing.abs())))
        .toList();
  }
}
