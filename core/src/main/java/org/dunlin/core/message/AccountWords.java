package org.dunlin.core.message;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dunlin.core.account.AccountStatement;
import org.dunlin.core.account.Movement;
import org.dunlin.core.account.MovementKind;
import org.dunlin.core.account.OpenItem;
import org.dunlin.core.model.AdjustmentReason;
import org.joda.money.Money;

/** The words of a statement of account, in the language of its customer. */
public final class AccountWords {
  private static final int MOST_NUMBERS = 4;

  private final Language language;
  private final Formats formats;
  private final Map<String, String> labels;

  /** In the language in which the company writes to the customer. */
  public AccountWords(AccountStatement statement) {
    this(Language.of(statement.customer(), statement.company()));
  }

  AccountWords(Language language) {
    this.language = language;
    this.formats = new Formats(language);
    this.labels = Labels.of(language);
  }

  Language language() {
    return language;
  }

  Formats formats() {
    return formats;
  }

  /** A label, such as {@code closing} or {@code kind-INVOICE}, with its places filled. */
  public String say(String key, Object... values) {
    return new MessageFormat(label("account-" + key), language.locale()).format(values);
  }

  String label(String key) {
    return Objects.requireNonNull(labels.get(key), key);
  }

  /** Such as {@code 20 November 2026}. */
  public String date(LocalDate date) {
    return formats.date(date);
  }

  /** What a movement is, such as {@code Invoice 2026-0042}; of many documents only the first. */
  public String what(Movement movement) {
    AdjustmentReason reason = movement.reason();
    String kind = reason == null ? kind(movement.kind()) : say("reason-" + reason.name());
    return movement.numbers().isEmpty() ? kind : kind + " " + numbers(movement.numbers());
  }

  /** What is open, such as {@code Invoice 2026-0042}. */
  public String what(OpenItem item) {
    return (item.kind() == MovementKind.PAYMENT
            ? say("credit")
            : kind(item.kind()) + " " + OneLine.of(item.number()))
        .strip();
  }

  private String kind(MovementKind kind) {
    return say("kind-" + kind.name());
  }

  private static String numbers(List<String> numbers) {
    List<String> first =
        numbers.subList(0, Math.min(MOST_NUMBERS, numbers.size())).stream()
            .map(OneLine::of)
            .toList();
    return String.join(", ", first) + (numbers.size() > MOST_NUMBERS ? " …" : "");
  }

  String amount(Money money) {
    return formats.amount(money);
  }

  String shortDate(LocalDate date) {
    return formats.shortDate(date);
  }
}
