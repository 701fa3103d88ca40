package org.dunlin.core.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dunlin.core.brand.Color;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Address;
import org.dunlin.core.qrcode.QrPicture;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes reminders as letters, in the words of the e-mail of the same step. */
public final class PaperLetter {
  private static final List<String> COLUMNS =
      List.of("number", "issued", "due", "total", "settled", "open");
  private static final int WORDS = 3;

  private final Reminder reminder;
  private final ReminderWords words;
  private final Map<String, String> labels;

  private PaperLetter(Reminder reminder) {
    this.reminder = reminder;
    this.words = new ReminderWords(reminder);
    this.labels = Labels.of(reminder.language());
  }

  /**
   * Writes a reminder as a letter.
   *
   * @param accounts the company's, of which the slip names the fitting one
   * @param logo the id of the company's logo; absent: none
   * @throws UnknownTemplate when the reminder names none of {@link Reminders#templates()}
   */
  public static Letter write(
      Reminder reminder, Letterhead head, List<AccountId> accounts, @Nullable String logo) {
    return new PaperLetter(reminder).letter(head, accounts, logo);
  }

  private Letter letter(Letterhead head, List<AccountId> accounts, @Nullable String logo) {
    Wording wording = Reminders.wording(reminder);
    Sender sender = reminder.sender();
    String company = OneLine.of(sender.name());
    Optional<SwissSlip> slip = slip(head.address(), accounts);
    Map<String, Object> all = words.with("subject", wording.subject(words.all()));
    return new Letter(
        OneLine.of(reminder.customer().name()),
        wording.subject(words.all()),
        reminder.language().code(),
        company,
        sender.color().map(Color::hex).orElse(null),
        logo,
        head.window(),
        from(company, head.address()),
        recipient(head.address()),
        facts(),
        parts(wording.pieces(all)),
        label("page"),
        slip.isPresent() ? null : words.qrCode(),
        label("scan"),
        slip.orElse(null),
        online());
  }

  private Letter.@Nullable Online online() {
    return words.all().get("payLink") instanceof String url && QrPicture.fits(url)
        ? new Letter.Online(url, label("scanOnline"))
        : null;
  }

  private String from(String company, Address address) {
    List<String> lines = new ArrayList<>();
    lines.add(company);
    lines.addAll(PostalAddress.lines(address, address.country(), reminder.language()));
    return lines.size() == 1 ? "" : String.join(" · ", lines);
  }

  private List<String> recipient(Address from) {
    List<String> lines = new ArrayList<>();
    lines.add(OneLine.of(reminder.customer().name()));
    Address address = reminder.customer().address();
    if (address != null) {
      lines.addAll(PostalAddress.lines(address, from.country(), reminder.language()));
    }
    return lines;
  }

  private List<Letter.Fact> facts() {
    List<Letter.Fact> facts = new ArrayList<>();
    facts.add(fact("letterDate", words.all().get("today")));
    if (words.all().get("customerNumber") instanceof String number) {
      facts.add(fact("customerNumber", number));
    }
    facts.add(fact("letterAnswers", words.all().get("replyAddress")));
    return facts;
  }

  private List<Letter.Part> parts(List<Wording.Piece> pieces) {
    List<Letter.Part> parts = new ArrayList<>();
    for (Wording.Piece piece : pieces) {
      switch (piece.part()) {
        case "asked" -> parts.add(table("askedHeading", null, "asked"));
        case "later" -> {
          if (words.all().get("later") instanceof Map<?, ?>) {
            parts.add(table("laterHeading", label("laterNote"), "later"));
          }
        }
        case "claims" -> claims(parts);
        case "pay" -> parts.add(pay());
        case null, default -> {
          if (!piece.text().isBlank()) {
            parts.add(Letter.Part.paragraph(piece.text().strip()));
          }
        }
      }
    }
    return parts;
  }

  private Letter.Part table(String heading, @Nullable String note, String name) {
    Map<?, ?> table = (Map<?, ?>) Objects.requireNonNull(words.all().get(name));
    boolean settled = Boolean.TRUE.equals(table.get("anySettled"));
    List<String> keys = COLUMNS.stream().filter(key -> settled || !key.equals("settled")).toList();
    List<List<String>> rows = new ArrayList<>();
    for (Object line : (List<?>) Objects.requireNonNull(table.get("lines"))) {
      rows.add(row(keys, (Map<?, ?>) line));
    }
    List<Letter.Fact> sums = new ArrayList<>();
    for (Object total : (List<?>) Objects.requireNonNull(table.get("totals"))) {
      sums.add(
          new Letter.Fact(
              String.valueOf(table.get("sumLabel")),
              String.valueOf(((Map<?, ?>) total).get("amount"))));
    }
    return new Letter.Part(
        label(heading),
        note,
        new Letter.Table(keys.stream().map(this::label).toList(), WORDS, rows, sums),
        List.of(),
        false);
  }

  /** What is owed beside the invoices, in a table of its own, and how to pay it. */
  private void claims(List<Letter.Part> parts) {
    if (!(words.all().get("claims") instanceof Map<?, ?> claims)) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Object line : (List<?>) Objects.requireNonNull(claims.get("lines"))) {
      Map<?, ?> values = (Map<?, ?>) line;
      rows.add(List.of(String.valueOf(values.get("what")), String.valueOf(values.get("amount"))));
    }
    List<Letter.Fact> sums = new ArrayList<>();
    for (Object total : (List<?>) Objects.requireNonNull(claims.get("totals"))) {
      sums.add(fact("claimsSum", ((Map<?, ?>) total).get("amount")));
    }
    parts.add(
        new Letter.Part(
            label("claimsHeading"),
            label("claimsNote"),
            new Letter.Table(List.of("", label("amount")), 1, rows, sums),
            List.of(),
            false));
    parts.add(
        Letter.Part.paragraph(label("claimsPay") + label("colon") + " " + claims.get("reference")));
  }

  private List<String> row(List<String> keys, Map<?, ?> line) {
    List<String> cells = new ArrayList<>();
    for (String key : keys) {
      String reference = line.get("reference") instanceof String text ? text : "";
      String below =
          key.equals("number") && !reference.isEmpty()
              ? "\n" + label("reference") + label("colon") + " " + reference
              : "";
      cells.add(line.get(key) + below);
    }
    return cells;
  }

  private Letter.Part pay() {
    Map<?, ?> pay = (Map<?, ?>) Objects.requireNonNull(words.all().get("pay"));
    Map<String, Letter.Fact> facts = new LinkedHashMap<>();
    if (pay.get("iban") instanceof String iban) {
      facts.put("holder", fact("accountHolder", words.all().get("company")));
      facts.put("iban", new Letter.Fact("IBAN", iban));
    } else {
      facts.put("iban", fact("account", label("accountOnInvoice")));
    }
    int count = 0;
    for (Object transfer : (List<?>) Objects.requireNonNull(pay.get("transfers"))) {
      Map<?, ?> values = (Map<?, ?>) transfer;
      facts.put("amount" + count, fact("amount", values.get("amount")));
      facts.put("reference" + count++, fact("reference", values.get("reference")));
    }
    return new Letter.Part(label("payHeading"), null, null, List.copyOf(facts.values()), true);
  }

  private Optional<SwissSlip> slip(Address from, List<AccountId> accounts) {
    List<Money> totals = reminder.totals();
    if (totals.size() != 1) {
      return Optional.empty();
    }
    List<String> quoted =
        reminder.asked().stream()
            .sorted(ReminderWords.OLDEST_FIRST)
            .map(line -> OneLine.of(line.reference()))
            .distinct()
            .toList();
    return SwissSlip.of(
        OneLine.of(reminder.sender().name()),
        from,
        accounts,
        totals.getFirst(),
        quoted,
        OneLine.of(reminder.customer().name()),
        reminder.customer().address());
  }

  private Letter.Fact fact(String label, @Nullable Object value) {
    return new Letter.Fact(label(label), String.valueOf(value));
  }

  private String label(String key) {
    return Objects.requireNonNull(labels.get(key), key);
  }
}
