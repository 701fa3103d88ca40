package org.dunlin.core.message;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that the templates name, formatted and each on one line. */
final class ReminderWords {
  /** How long the firm and the final reminder give, in days from the day of the message. */
  private static final int DAYS_TO_PAY_FIRM = 7;

  private static final int DAYS_TO_PAY_FINAL = 14;

  private static final Comparator<ReminderLine> OLDEST_FIRST =
      Comparator.comparing(ReminderLine::dueDate).thenComparing(ReminderLine::number);

  private ReminderWords() {}

  static Map<String, Object> of(Reminder reminder) {
    List<ReminderLine> lines = reminder.lines().stream().sorted(OLDEST_FIRST).toList();
    boolean one = lines.size() == 1;
    LocalDate today = reminder.businessDate();
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("company", OneLine.of(reminder.companyName()));
    words.put("replyAddress", OneLine.of(reminder.replyAddress()));
    words.put("customer", OneLine.of(reminder.customer().name()));
    words.put("one", one);
    words.put("several", !one);
    words.put("number", OneLine.of(lines.getFirst().number()));
    words.put("count", lines.size());
    words.put("due", English.date(lines.getFirst().dueDate()));
    words.put("reference", OneLine.of(lines.getFirst().reference()));
    words.put("total", English.list(reminder.totals().stream().map(English::amount).toList()));
    words.put("totals", totals(reminder));
    words.put("iban", reminder.iban() == null ? false : grouped(reminder.iban()));
    words.put("today", English.date(today));
    words.put("payBySoon", English.date(today.plusDays(DAYS_TO_PAY_FIRM)));
    words.put("payByFinal", English.date(today.plusDays(DAYS_TO_PAY_FINAL)));
    words.put("lines", lines.stream().map(ReminderWords::line).toList());
    words.put("table", PlainTable.of(lines));
    return words;
  }

  /** The cells of a line. */
  static Map<String, Object> line(ReminderLine line) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("number", OneLine.of(line.number()));
    cells.put("issued", English.date(line.issueDate()));
    cells.put("due", English.date(line.dueDate()));
    cells.put("total", English.amount(line.total()));
    cells.put("open", English.amount(line.open()));
    cells.put("reference", OneLine.of(line.reference()));
    return cells;
  }

  private static List<Map<String, Object>> totals(Reminder reminder) {
    return reminder.totals().stream()
        .map(total -> Map.<String, Object>of("amount", English.amount(total)))
        .toList();
  }

  /** An IBAN in groups of four, as ISO 13616 has it on paper. */
  private static String grouped(String iban) {
    String bare = OneLine.of(iban).replace(" ", "");
    return bare.replaceAll("(.{4})(?!$)", "$1 ");
  }
}
