package org.dunlin.connectors.csv;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.Ibans;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.jspecify.annotations.Nullable;

/** Makes customers of the rows of a file. */
final class Parties {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final int LONGEST_TERM_DAYS = 3_650;

  private final Table table;

  Parties(Table table) {
    this.table = table;
  }

  /** The customer of an invoice, of whom the file tells only by the way. */
  Customer ofInvoice(Row row) {
    String number = table.text(row, Target.CUSTOMER_NUMBER);
    return customer(row, Target.CUSTOMER_ID, number, needed(row, Target.CUSTOMER_NAME), true);
  }

  /** The customer that the row is. */
  Customer ofRow(Row row) {
    String number = table.text(row, Target.NUMBER);
    return customer(row, Target.ID, number, needed(row, Target.NAME), false);
  }

  private Customer customer(
      Row row, Target id, @Nullable String number, String name, boolean stub) {
    String vatNumber = table.text(row, Target.VAT_NUMBER);
    return new Customer(
        id(table.text(row, id), number, vatNumber, name),
        number,
        name,
        table.text(row, Target.EMAIL),
        table.text(row, Target.PHONE),
        address(row),
        language(row),
        vatNumber,
        table.text(row, Target.REGISTRATION_NUMBER),
        ibans(row),
        null,
        List.of(),
        null,
        term(row),
        stub,
        null);
  }

  /**
   * By the strongest of what names it; the same name is the same customer where nothing else is.
   */
  private static String id(
      @Nullable String id, @Nullable String number, @Nullable String vatNumber, String name) {
    if (id != null) {
      return id;
    }
    if (number != null || vatNumber != null) {
      return number != null ? number : Objects.requireNonNull(vatNumber);
    }
    return name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private @Nullable Address address(Row row) {
    Address found =
        new Address(
            table.text(row, Target.STREET),
            table.text(row, Target.POSTAL_CODE),
            table.text(row, Target.CITY),
            country(row));
    return found.equals(new Address(null, null, null, null)) ? null : found;
  }

  /** A code, or the name in English, French, German, Dutch or Italian. */
  private @Nullable String country(Row row) {
    String said = table.text(row, Target.COUNTRY);
    said = said == null ? table.description().constants().get(Target.COUNTRY) : said;
    if (said == null || COUNTRIES.contains(said.toUpperCase(Locale.ROOT))) {
      return said == null ? null : said.toUpperCase(Locale.ROOT);
    }
    return CountryNames.code(said).orElse(null);
  }

  private @Nullable String language(Row row) {
    String said = table.text(row, Target.LANGUAGE);
    said = said == null ? table.description().constants().get(Target.LANGUAGE) : said;
    String code = said == null ? "" : said.toLowerCase(Locale.ROOT);
    return LANGUAGE.matcher(code).matches() ? code : null;
  }

  private List<String> ibans(Row row) {
    String said = table.text(row, Target.IBAN);
    String iban = said == null ? "" : said.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return Ibans.holds(iban) ? List.of(iban) : List.of();
  }

  private @Nullable Integer term(Row row) {
    String said = table.text(row, Target.PAYMENT_TERM_DAYS);
    if (said == null || !said.matches("[0-9]{1,4}")) {
      return null;
    }
    int days = Integer.parseInt(said);
    return days <= LONGEST_TERM_DAYS ? Integer.valueOf(days) : null;
  }

  private String needed(Row row, Target target) {
    String text = table.text(row, target);
    if (text == null) {
      throw new Refusal(
          "MISSING_VALUE",
          row.line(),
          "the row has no name of the customer; have the program fill it");
    }
    return text;
  }
}
