package org.dunlin.core.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dunlin.core.qrcode.QrPicture;
import org.dunlin.core.qrcode.TransferCode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How to pay: one transfer a currency, each with what to quote, and a QR code where one can be. */
final class PaymentWords {
  private final Reminder reminder;
  private final Formats formats;
  private final @Nullable String qrCode;

  PaymentWords(Reminder reminder, Formats formats) {
    this.reminder = reminder;
    this.formats = formats;
    this.qrCode = code().orElse(null);
  }

  @Nullable String qrCode() {
    return qrCode;
  }

  Map<String, Object> all() {
    List<Map<String, Object>> transfers = new ArrayList<>();
    for (List<ReminderLine> lines : reminder.byCurrency().values()) {
      Money sum = Money.total(lines.stream().map(ReminderLine::open).toList());
      transfers.add(
          Map.of(
              "amount", formats.amount(sum),
              "reference", OneLine.of(TransferCode.remittance(references(lines)))));
    }
    String iban = reminder.sender().iban();
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("transfers", transfers);
    words.put("iban", iban == null ? false : grouped(iban));
    words.put("qrCode", qrCode != null);
    return words;
  }

  /** The account on one line without blanks; where none is known, where to find it. */
  String account(Map<String, String> labels) {
    String iban = reminder.sender().iban();
    return iban == null
        ? Objects.requireNonNull(labels.get("textAccount"))
        : OneLine.of(iban).replace(" ", "");
  }

  /** What to quote, of all transfers. */
  String reference() {
    return reminder.byCurrency().values().stream()
        .map(lines -> OneLine.of(TransferCode.remittance(references(lines))))
        .collect(Collectors.joining(", "));
  }

  private Optional<String> code() {
    List<Money> totals = reminder.totals();
    String iban = reminder.sender().iban();
    if (iban == null || totals.size() != 1) {
      return Optional.empty();
    }
    return TransferCode.of(
            OneLine.of(reminder.sender().name()),
            iban,
            totals.getFirst(),
            references(reminder.asked()))
        .filter(QrPicture::fits);
  }

  /** In the order in which the invoices stand in the table. */
  private static List<String> references(List<ReminderLine> lines) {
    return lines.stream()
        .sorted(ReminderWords.OLDEST_FIRST)
        .map(line -> OneLine.of(line.reference()))
        .distinct()
        .toList();
  }

  /** An IBAN in groups of four, as ISO 13616 has it on paper. */
  private static String grouped(String iban) {
    String bare = OneLine.of(iban).replace(" ", "");
    return bare.replaceAll("(.{4})(?!$)", "$1 ");
  }
}
