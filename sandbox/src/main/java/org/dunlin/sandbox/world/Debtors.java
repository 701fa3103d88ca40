package org.dunlin.sandbox.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.jspecify.annotations.Nullable;

/** The forty invented customers: names and habits from a table, numbers and accounts by seed. */
final class Debtors {
  private static final String TABLE = "customers.csv";

  private final long seed;
  private final List<Debtor> all = new ArrayList<>();

  private Debtors(long seed) {
    this.seed = seed;
  }

  static List<Debtor> of(long seed) {
    Debtors debtors = new Debtors(seed);
    table().lines().skip(1).filter(line -> !line.isBlank()).forEach(debtors::add);
    return List.copyOf(debtors.all);
  }

  private void add(String line) {
    String[] cells = line.split(";", -1);
    String country = cells[1];
    String number = "D" + (1001 + all.size());
    Habit habit = Habit.valueOf(cells[7]);
    Chance chance = Chance.of(seed, "customer " + number);
    Bank bank = Bank.of(country, chance);
    String iban = bank.iban(chance);
    String email = cells[6].isEmpty() ? null : cells[6];
    Customer customer = customer(number, cells, chance, iban, email);
    Party payer =
        habit == Habit.BY_THIRD_PARTY
            ? Party.of("Administratiekantoor De Boer", "NL", seed)
            : new Party(asBankWrites(cells[0]), iban, bank.bic());
    all.add(
        new Debtor(
            customer,
            habit,
            payer,
            Integer.parseInt(cells[8]),
            cells[9].equals("yes"),
            "MND-" + number));
  }

  private static Customer customer(
      String number, String[] cells, Chance chance, String iban, @Nullable String email) {
    String country = cells[1];
    String vat = TaxNumbers.vat(country, chance);
    String registration =
        switch (country) {
          case "BE" -> vat.substring(2);
          case "DE" -> "HRB " + chance.between(10000, 99999);
          default -> "9" + chance.digits(7);
        };
    return new Customer(
        number,
        number,
        cells[0],
        email,
        null,
        new Address(cells[2], cells[3], cells[4], country),
        cells[5],
        vat,
        registration,
        List.of(iban),
        false,
        List.of(),
        null,
        Integer.valueOf(cells[8]),
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

  private static String table() {
    try (InputStream in = Debtors.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is missing from the sandbox");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
