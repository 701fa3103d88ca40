package org.dunlin.console.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import org.dunlin.console.words.Words;
import org.dunlin.store.report.Column;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of reports, in the reader's language. */
public final class ReportWords {
  private ReportWords() {}

  /** A cell; empty where nothing is known. */
  public static String of(Words words, Column column, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Money amount -> words.amount(amount);
      case LocalDate day -> words.date(day);
      case BigDecimal number ->
          NumberFormat.getNumberInstance(words.language().locale()).format(number);
      default ->
          column.type() == Column.Type.WORD
              ? of(words, column.key(), value.toString())
              : value.toString();
    };
  }

  /** What a constant of the model is called. */
  static String of(Words words, String key, String constant) {
    String type =
        switch (key) {
          case "paymentKind" -> "PaymentKind";
          case "disputeReason" -> "DisputeReason";
          case "channel" -> "Channel";
          case "reason" -> "AdjustmentReason";
          default -> "StandstillState";
        };
    return words.find("names." + type + "." + constant).orElse(constant);
  }

  /** Whether it stands at the right. */
  public static boolean atTheRight(Column column) {
    return column.type() == Column.Type.MONEY || column.type() == Column.Type.NUMBER;
  }
}
