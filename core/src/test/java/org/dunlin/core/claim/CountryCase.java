package org.dunlin.core.claim;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.ClaimKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A debt in a line of words, and what the law says of it, as the files of cases write it down. */
record CountryCase(String country, String name, String facts, List<String> expected) {
  static final List<String> COUNTRIES = List.of("nl", "de", "at", "be", "fr", "gb", "ch", "eu");

  static List<CountryCase> of(String country) throws IOException {
    List<CountryCase> cases = new ArrayList<>();
    for (String block : text(country + ".txt").split("\n== ")) {
      List<String> lines = block.lines().filter(line -> !line.isBlank()).toList();
      if (!block.startsWith("#")) {
        List<String> expected = lines.subList(2, lines.size()).stream().map(String::strip).toList();
        cases.add(
            new CountryCase(
                country.toUpperCase(Locale.ROOT), lines.get(0), lines.get(1), expected));
      }
    }
    return cases;
  }

  private static String text(String file) throws IOException {
    try (InputStream stream = CountryCase.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What the code says, written as the files write it. */
  List<String> reckoned() {
    String[] words = facts.split(" ");
    CurrencyUnit currency = CurrencyUnit.of(words[2]);
    LocalDate due = LocalDate.EPOCH;
    LocalDate on = LocalDate.EPOCH;
    LocalDate since = null;
    LocalDate reminded = null;
    BigDecimal rate = null;
    boolean vat = true;
    List<PartPayment> paid = new ArrayList<>();
    List<Agreed.Fee> fees = new ArrayList<>();
    for (int i = 3; i < words.length; i += 2) {
      String value = words[i + 1];
      switch (words[i]) {
        case "due" -> due = LocalDate.parse(value);
        case "on" -> on = LocalDate.parse(value);
        case "since" -> since = LocalDate.parse(value);
        case "reminded" -> reminded = LocalDate.parse(value);
        case "agreed" -> rate = new BigDecimal(value);
        case "vat" -> vat = Boolean.parseBoolean(value);
        case "paid" -> paid.add(new PartPayment(day(value), money(currency, value)));
        case "fee" -> fees.add(new Agreed.Fee(day(value), money(currency, value)));
        default -> throw new IllegalArgumentException(words[i]);
      }
    }
    Money principal = Money.of(currency, new BigDecimal(words[1]));
    Debt debt =
        Debt.of(country, Debtor.valueOf(words[0]), principal, due)
            .paid(paid)
            .reminded(reminded)
            .vatRecoverable(vat)
            .agreed(new Agreed(rate, since, fees));
    return written(Claims.of(debt, on, Rates.carried()));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text.substring(0, text.indexOf('=')));
  }

  private static Money money(CurrencyUnit currency, String text) {
    return Money.of(currency, new BigDecimal(text.substring(text.indexOf('=') + 1)));
  }

  private static List<String> written(Reckoning reckoning) {
    List<String> lines = new ArrayList<>();
    reckoning.lines().forEach(line -> lines.add(written(line)));
    TreeSet<String> said = new TreeSet<>();
    reckoning.notes().forEach(note -> said.add("NOTE " + note.kind()));
    reckoning.problems().forEach(problem -> said.add("PROBLEM " + problem.code()));
    lines.addAll(said);
    return lines.isEmpty() ? List.of("NOTHING") : lines;
  }

  private static String written(Line line) {
    Claim claim = line.claim();
    String amount = claim.amount().getAmount().toPlainString();
    if (claim.kind() != ClaimKind.INTEREST) {
      String currency = claim.amount().getCurrencyUnit().getCode();
      return claim.kind() + " " + amount + " " + currency + " " + claim.law();
    }
    return String.join(
        " ",
        "INTEREST",
        claim.from() + ".." + claim.to(),
        line.days() + " days of",
        Objects.requireNonNull(line.base()).getAmount().toPlainString(),
        "at",
        plain(claim.rate()) + verified(line),
        "=",
        amount,
        claim.law());
  }

  private static String plain(@Nullable BigDecimal rate) {
    return Objects.requireNonNull(rate).toPlainString();
  }

  /** A line is marked where its citation says so, and the other way round. */
  private static String verified(Line line) {
    boolean said = String.valueOf(line.claim().citation()).endsWith("(check: to be verified)");
    if (said != (line.status() == RateStatus.CHECK)) {
      throw new AssertionError("what is to be verified is not said: " + line);
    }
    return said ? " to be verified" : "";
  }

  @Override
  public String toString() {
    return country + ": " + name;
  }
}
