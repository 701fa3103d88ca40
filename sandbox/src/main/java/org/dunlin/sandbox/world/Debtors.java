package org.dunlin.sandbox.world;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;

/**
 * The invented customers: the first from a table, the others from words; numbers and accounts by
 * seed.
 */
final class Debtors {
  private static final String TABLE = "customers.csv";

  private final long seed;
  private final List<Debtor> all = new ArrayList<>();

  private Debtors(long seed) {
    this.seed = seed;
  }

  /** How many the table has. */
  static int inTable() {
    return Table.lines(TABLE).size();
  }

  static List<Debtor> of(long seed, int count) {
    Debtors debtors = new Debtors(seed);
    Table.lines(TABLE).stream().limit(count).map(DebtorRow::of).forEach(debtors::add);
    Inventions inventions = new Inventions(seed);
    for (int i = 0; debtors.all.size() < count; i++) {
      debtors.add(inventions.row(i));
    }
    return List.copyOf(debtors.all);
  }

  private void add(DebtorRow row) {
    String number = "D" + (1001 + all.size());
    Chance chance = Chance.of(seed, "customer " + number);
    Bank bank = Bank.of(row.country(), chance);
    String iban = bank.iban(chance);
    Party payer =
        row.habit() == Habit.BY_THIRD_PARTY
            ? Party.of(
                "Administratiekantoor De Boer" + (all.size() < inTable() ? "" : " " + number),
                "NL",
                seed)
            : new Party(asBankWrites(row.name()), iban, bank.bic());
    all.add(
        new Debtor(
            customer(number, row, chance, iban),
            row.habit(),
            payer,
            row.termDays(),
            row.referenced(),
            "MND-" + number));
  }

  private static Customer customer(String number, DebtorRow row, Chance chance, String iban) {
    String vat = TaxNumbers.vat(row.country(), chance);
    String registration =
        switch (row.country()) {
          case "BE" -> vat.substring(2);
          case "FR" -> vat.substring(4);
          case "DE" -> "HRB " + chance.between(10000, 99999);
          case "GB" -> "99" + chance.digits(6);
          default -> "9" + chance.digits(7);
        };
    return new Customer(
        number,
        number,
        row.name(),
        row.email(),
        null,
        new Address(row.street(), row.postalCode(), row.city(), row.country()),
        row.language(),
        vat,
        registration,
        List.of(iban),
        false,
        List.of(),
        null,
        row.termDays(),
        null);
  }

  /** Banks keep 70 characters, capitals and no accents. */
  private static String asBankWrites(String name) {
    String plain =
        Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace(".", "")
            .replace("&", "en")
            .toUpperCase(Locale.ROOT);
    return plain.substring(0, Math.min(70, plain.length()));
  }
}
