package org.dunlin.core.message;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dunlin.core.brand.Color;
import org.dunlin.core.claim.Demand;
import org.dunlin.core.claim.Line;
import org.jspecify.annotations.Nullable;

/** The values that the templates name, formatted and each on one line. */
final class ReminderWords {
  /** How long the firm and the final reminder give, in days from the day of the message. */
  private static final int DAYS_TO_PAY_FIRM = 7;

  private static final int DAYS_TO_PAY_FINAL = 14;

  /** Where the company has no colour: a dark grey that goes with every logo. */
  private static final Color PLAIN = new Color("#37474f");

  static final Comparator<ReminderLine> OLDEST_FIRST =
      Comparator.comparing(ReminderLine::dueDate).thenComparing(ReminderLine::number);

  private final Reminder reminder;
  private final Formats formats;
  private final Map<String, String> labels;
  private final PaymentWords payment;
  private final Map<String, Object> words = new LinkedHashMap<>();
  private final boolean brief;

  ReminderWords(Reminder reminder) {
    this(reminder, false);
  }

  /** The same for a text: days in few letters, and how to pay in one line. */
  static ReminderWords ofText(Reminder reminder) {
    ReminderWords text = new ReminderWords(reminder, true);
    text.words.put("account", text.payment.account(text.labels));
    text.words.put("reference", text.payment.reference());
    return text;
  }

  private ReminderWords(Reminder reminder, boolean brief) {
    this.reminder = reminder;
    this.brief = brief;
    this.formats = new Formats(reminder.language());
    this.labels = Labels.of(reminder.language());
    this.payment = new PaymentWords(reminder, formats);
    putParties();
    putSubjectMatter();
    putTables();
    putEnclosed();
    putClaims();
    words.put("pay", payment.all());
    String payAt = reminder.payAt();
    words.put("payLink", payAt == null ? false : OneLine.of(payAt));
  }

  Map<String, Object> all() {
    return words;
  }

  /** All values and one more. */
  Map<String, Object> with(String name, String value) {
    words.put(name, value);
    return words;
  }

  /** The text of the QR code; null where there is none. */
  @Nullable String qrCode() {
    return payment.qrCode();
  }

  private void putParties() {
    Sender sender = reminder.sender();
    Color color = sender.color().orElse(PLAIN);
    words.put("lang", reminder.language().code());
    words.put("label", labels);
    words.put("heading", Objects.requireNonNull(labels.get("heading-" + reminder.template())));
    words.put("company", OneLine.of(sender.name()));
    words.put("replyAddress", OneLine.of(sender.replyAddress()));
    words.put("logo", sender.logo());
    words.put("color", color.hex());
    words.put("textOnColor", color.textOn().hex());
    words.put("customer", OneLine.of(reminder.customer().name()));
    String number = reminder.customer().number();
    words.put("customerNumber", number == null || number.isBlank() ? false : OneLine.of(number));
    words.put("person", Boolean.TRUE.equals(reminder.customer().consumer()));
  }

  private void putSubjectMatter() {
    List<ReminderLine> asked = sorted(reminder.asked());
    boolean one = asked.size() == 1;
    LocalDate today = reminder.businessDate();
    words.put("one", one);
    words.put("several", !one);
    words.put("number", OneLine.of(asked.getFirst().number()));
    words.put("count", asked.size());
    words.put("due", day(asked.getFirst().dueDate()));
    words.put("total", formats.list(reminder.totals().stream().map(formats::amount).toList()));
    words.put("today", day(today));
    words.put("payBySoon", day(noSooner(today.plusDays(DAYS_TO_PAY_FIRM))));
    words.put("payByFinal", day(noSooner(today.plusDays(DAYS_TO_PAY_FINAL))));
  }

  private String day(LocalDate day) {
    return brief ? formats.shortDate(day) : formats.date(day);
  }

  /** A day that were before the end of days that a law grants would take them away. */
  private LocalDate noSooner(LocalDate day) {
    LocalDate lastFree = reminder.claims().demand().lastFree();
    return lastFree == null || lastFree.isBefore(day) ? day : lastFree;
  }

  private void putClaims() {
    ClaimsSaid said = reminder.claims();
    Demand demand = said.demand();
    ClaimTable table = new ClaimTable(formats, reminder.language());
    List<Line> announced = demand.announced();
    LocalDate lastFree = demand.lastFree();
    LocalDate interestFrom = demand.interestFrom();
    BigDecimal vat = said.vat();
    String number = sorted(reminder.asked()).getFirst().number();
    words.put("claims", demand.charged().isEmpty() ? false : table.words(demand.charged(), number));
    words.put("announced", !announced.isEmpty());
    String base = announced.isEmpty() ? "" : table.base(announced);
    words.put("announcedOf", base.isEmpty() ? String.valueOf(words.get("total")) : base);
    words.put("costs", announced.isEmpty() ? "" : table.sum(announced));
    words.put("costsVat", announced.isEmpty() || vat == null ? false : formats.number(vat));
    words.put(
        "costsLaw",
        announced.stream()
            .map(line -> Objects.requireNonNullElse(line.claim().law(), ""))
            .distinct()
            .collect(Collectors.joining(", ")));
    words.put("payWithin", table.said("payWithin", Integer.toString(said.freeDays())));
    words.put("lastFree", lastFree == null ? false : formats.date(lastFree));
    words.put("interestFrom", interestFrom == null ? false : formats.date(interestFrom));
  }

  private void putTables() {
    InvoiceTable asked = new InvoiceTable(sorted(reminder.asked()), formats, labels);
    words.put("asked", asked.words("sum"));
    boolean none = reminder.later().isEmpty();
    words.put(
        "later",
        none
            ? false
            : new InvoiceTable(sorted(reminder.later()), formats, labels).words("sumLater"));
  }

  private void putEnclosed() {
    Enclosed enclosed = reminder.enclosed();
    words.put("attachedOne", enclosed.attached() == 1);
    words.put("attachedSeveral", enclosed.attached() > 1);
    List<String> leftOut = enclosed.leftOut().stream().map(OneLine::of).toList();
    words.put("leftOut", leftOut.isEmpty() ? false : formats.list(leftOut));
  }

  private static List<ReminderLine> sorted(List<ReminderLine> lines) {
    return lines.stream().sorted(OLDEST_FIRST).toList();
  }
}
