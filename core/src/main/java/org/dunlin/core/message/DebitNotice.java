package org.dunlin.core.message;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dunlin.core.brand.Color;
import org.dunlin.core.model.Customer;
import org.joda.money.Money;

/**
 * Tells a customer of a direct debit before it is made (pre-notification, EPC016-06, 4.3): how
 * much, when, from which account, by which mandate and creditor identifier.
 *
 * @param iban of the customer's account; only its end is written
 * @param mandate its reference
 * @param core whether the customer may have the money back
 */
public record DebitNotice(
    Sender sender,
    Customer customer,
    Language language,
    List<Line> lines,
    LocalDate collectOn,
    String iban,
    String mandate,
    String creditorIdentifier,
    boolean core) {
  private static final Color PLAIN = new Color("#37474f");
  private static final int SHOWN = 4;

  /** An instalment that is collected. */
  public record Line(String number, LocalDate dueDate, Money amount) {}

  public DebitNotice {
    lines = List.copyOf(lines);
  }

  /** The message. */
  public Message write() {
    Wording wording = new Wording(language, "debit-notice");
    Map<String, Object> words = words();
    String subject = wording.subject(words);
    words.put("subject", subject);
    return new Message(subject, wording.text(words), wording.html(words), null);
  }

  private Map<String, Object> words() {
    Formats formats = new Formats(language);
    Map<String, String> labels = Labels.of(language);
    Color color = sender.color().orElse(PLAIN);
    String number = customer.number();
    Map<String, Object> words = new HashMap<>();
    words.put("lang", language.code());
    words.put("label", labels);
    words.put("heading", Objects.requireNonNull(labels.get("heading-debit-notice")));
    words.put("company", OneLine.of(sender.name()));
    words.put("replyAddress", OneLine.of(sender.replyAddress()));
    words.put("logo", sender.logo());
    words.put("color", color.hex());
    words.put("textOnColor", color.textOn().hex());
    words.put("customer", OneLine.of(customer.name()));
    words.put("customerNumber", number == null || number.isBlank() ? false : OneLine.of(number));
    words.put("person", Boolean.TRUE.equals(customer.consumer()));
    words.put("total", formats.amount(Money.total(lines.stream().map(Line::amount).toList())));
    words.put("date", formats.date(collectOn));
    words.put("account", "…" + iban.substring(Math.max(0, iban.length() - SHOWN)));
    words.put("mandate", OneLine.of(mandate));
    words.put("creditor", OneLine.of(creditorIdentifier));
    words.put("core", core);
    words.put(
        "lines",
        lines.stream()
            .map(
                line ->
                    Map.of(
                        "number",
                        OneLine.of(line.number()),
                        "due",
                        formats.date(line.dueDate()),
                        "amount",
                        formats.amount(line.amount())))
            .toList());
    return words;
  }
}
