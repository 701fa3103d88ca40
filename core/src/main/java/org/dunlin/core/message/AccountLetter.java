package org.dunlin.core.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dunlin.core.account.AccountAgeing;
import org.dunlin.core.account.AccountStatement;
import org.dunlin.core.account.CurrencyAccount;
import org.dunlin.core.account.MovementKind;
import org.dunlin.core.account.OpenItem;
import org.dunlin.core.brand.Color;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Address;
import org.dunlin.core.qrcode.QrPicture;
import org.dunlin.core.qrcode.TransferCode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes statements of account as letters. */
public final class AccountLetter {
  private final AccountStatement statement;
  private final AccountWords words;
  private final Sender sender;
  private final Letterhead head;
  private final List<Asked> asked;

  private AccountLetter(AccountStatement statement, Sender sender, Letterhead head) {
    this.statement = statement;
    this.sender = sender;
    this.head = head;
    this.words = new AccountWords(statement);
    this.asked = statement.accounts().stream().flatMap(each -> Asked.of(each).stream()).toList();
  }

  /** What is to be paid in one currency, and what to quote; what is owed back is taken off. */
  private record Asked(Money amount, List<String> references) {
    static Optional<Asked> of(CurrencyAccount account) {
      List<String> references =
          account.open().stream()
              .filter(item -> item.kind() == MovementKind.INVOICE && item.open().isPositive())
              .map(item -> OneLine.of(item.reference()))
              .distinct()
              .toList();
      return account.closing().isPositive()
          ? Optional.of(new Asked(account.closing(), references))
          : Optional.empty();
    }
  }

  /**
   * Writes a statement.
   *
   * @param logo the id of the company's logo; absent: none
   */
  public static Letter write(
      AccountStatement statement, Sender sender, Letterhead head, @Nullable String logo) {
    return new AccountLetter(statement, sender, head).letter(logo);
  }

  private Letter letter(@Nullable String logo) {
    String company = OneLine.of(sender.name());
    Optional<SwissSlip> slip = slip();
    return new Letter(
        OneLine.of(statement.customer().name()),
        words.say("subject", words.date(statement.from()), words.date(statement.to())),
        words.language().code(),
        company,
        sender.color().map(Color::hex).orElse(null),
        logo,
        head.window(),
        from(company),
        recipient(),
        facts(),
        parts(),
        words.label("page"),
        slip.isPresent() ? null : transferCode().orElse(null),
        words.label("scan"),
        slip.orElse(null),
        null);
  }

  private String from(String company) {
    List<String> lines = new ArrayList<>();
    lines.add(company);
    lines.addAll(PostalAddress.lines(head.address(), head.address().country(), words.language()));
    return lines.size() == 1 ? "" : String.join(" · ", lines);
  }

  private List<String> recipient() {
    List<String> lines = new ArrayList<>();
    lines.add(OneLine.of(statement.customer().name()));
    Address address = statement.customer().address();
    if (address != null) {
      lines.addAll(PostalAddress.lines(address, head.address().country(), words.language()));
    }
    return lines;
  }

  private List<Letter.Fact> facts() {
    List<Letter.Fact> facts = new ArrayList<>();
    facts.add(fact("letterDate", words.date(statement.today())));
    String number = statement.customer().number();
    if (number != null && !number.isBlank()) {
      facts.add(fact("customerNumber", OneLine.of(number)));
    }
    facts.add(fact("letterAnswers", OneLine.of(sender.replyAddress())));
    return facts;
  }

  private List<Letter.Part> parts() {
    List<Letter.Part> parts = new ArrayList<>();
    parts.add(Letter.Part.paragraph(words.say("intro", words.date(statement.to()))));
    if (statement.accounts().isEmpty()) {
      parts.add(Letter.Part.paragraph(words.say("nothing")));
    }
    for (CurrencyAccount account : statement.accounts()) {
      AccountTables tables = new AccountTables(words, statement, account);
      parts.add(tables.movements());
      parts.add(tables.ageing(AccountAgeing.of(account, statement.to())));
      if (!account.open().isEmpty()) {
        parts.add(tables.open());
      }
    }
    if (!statement.claims().isEmpty()) {
      parts.add(claims());
    }
    if (!asked.isEmpty()) {
      parts.add(pay());
    }
    parts.add(Letter.Part.paragraph(words.say("differs", OneLine.of(sender.replyAddress()))));
    return parts;
  }

  private Letter.Part claims() {
    ClaimTable table = new ClaimTable(words.formats(), words.language());
    List<List<String>> rows = new ArrayList<>();
    Object lines = table.words(statement.claims(), number()).get("lines");
    for (Object line : (List<?>) Objects.requireNonNull(lines)) {
      Map<?, ?> values = (Map<?, ?>) line;
      rows.add(List.of(String.valueOf(values.get("what")), String.valueOf(values.get("amount"))));
    }
    return new Letter.Part(
        words.label("claimsHeading"),
        words.label("claimsNote"),
        new Letter.Table(
            List.of("", words.label("amount")),
            1,
            rows,
            statement.claimed().stream().map(sum -> fact("claimsSum", words.amount(sum))).toList()),
        List.of(),
        false);
  }

  private String number() {
    return statement.accounts().stream()
        .flatMap(account -> account.open().stream())
        .map(OpenItem::number)
        .findFirst()
        .orElse("");
  }

  private Letter.Part pay() {
    Map<String, Letter.Fact> facts = new LinkedHashMap<>();
    String iban = sender.iban();
    if (iban == null) {
      facts.put("iban", fact("account", words.label("accountOnInvoice")));
    } else {
      facts.put("holder", fact("accountHolder", OneLine.of(sender.name())));
      String bare = OneLine.of(iban).replace(" ", "");
      facts.put("iban", new Letter.Fact("IBAN", bare.replaceAll("(.{4})(?!$)", "$1 ")));
    }
    for (int each = 0; each < asked.size(); each++) {
      facts.put("amount" + each, fact("amount", words.amount(asked.get(each).amount())));
      String quoted = TransferCode.remittance(asked.get(each).references());
      if (!quoted.isBlank()) {
        facts.put("reference" + each, fact("reference", OneLine.of(quoted)));
      }
    }
    return new Letter.Part(
        words.label("payHeading"), null, null, List.copyOf(facts.values()), true);
  }

  private Optional<String> transferCode() {
    String iban = sender.iban();
    if (iban == null || asked.size() != 1) {
      return Optional.empty();
    }
    return TransferCode.of(
            OneLine.of(sender.name()),
            iban,
            asked.getFirst().amount(),
            asked.getFirst().references())
        .filter(QrPicture::fits);
  }

  private Optional<SwissSlip> slip() {
    if (asked.size() != 1) {
      return Optional.empty();
    }
    List<AccountId> accounts = statement.company().accounts();
    return SwissSlip.of(
        OneLine.of(sender.name()),
        head.address(),
        accounts,
        asked.getFirst().amount(),
        asked.getFirst().references(),
        OneLine.of(statement.customer().name()),
        statement.customer().address());
  }

  private Letter.Fact fact(String label, String value) {
    return new Letter.Fact(words.label(label), value);
  }
}
