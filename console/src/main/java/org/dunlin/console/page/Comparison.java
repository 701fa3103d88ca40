package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.console.words.Words;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.view.Questions;
import org.jspecify.annotations.Nullable;

/** Two records field by field: what agrees, what differs, and what only one of them says. */
public final class Comparison {
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Words words;
  private final List<Row> rows = new ArrayList<>();

  private Comparison(Words words) {
    this.words = words;
  }

  /** How a field of the one stands to that of the other. */
  public enum Agreement {
    AGREES,
    DIFFERS,
    ONE_SAYS
  }

  /** A field of both, as words; empty where it is not said. */
  public record Row(String word, String one, String other, Agreement agreement) {}

  /** The fields that at least one of them says. */
  static List<Row> of(Words words, Questions.Line question) {
    Comparison comparison = new Comparison(words);
    Questions.Side one = question.one();
    Questions.Side other = question.other();
    if (one.invoice() != null && other.invoice() != null) {
      comparison.invoices(one.invoice(), other.invoice());
    }
    if (one.customer() != null && other.customer() != null) {
      comparison.customers(one.customer(), other.customer());
    }
    return comparison.rows;
  }

  /** The words of the fields of which this holds, joined. */
  static String which(List<Row> rows, Agreement agreement) {
    return rows.stream()
        .filter(row -> row.agreement() == agreement)
        .map(Row::word)
        .collect(Collectors.joining(", "));
  }

  private void invoices(Invoice one, Invoice other) {
    add("invoices.number", one.number(), other.number());
    add("invoices.issued", words.date(one.issueDate()), words.date(other.issueDate()));
    add("invoices.due", date(one), date(other));
    add("invoices.total", words.amount(one.total()), words.amount(other.total()));
    add("invoices.outstanding", words.amount(one.outstanding()), words.amount(other.outstanding()));
    add("invoices.state", words.name(one.status()), words.name(other.status()));
    add("invoices.reference", one.paymentReference(), other.paymentReference());
    add("invoices.order", one.orderReference(), other.orderReference());
  }

  private void customers(Customer one, Customer other) {
    add("customers.customer", one.name(), other.name());
    add("customers.number", one.number(), other.number());
    add("customers.vat", one.vatNumber(), other.vatNumber());
    add("customers.registration", one.registrationNumber(), other.registrationNumber());
    add("customers.address", address(one.address()), address(other.address()));
    add("customers.email", one.email(), other.email());
    add("customers.phone", one.phone(), other.phone());
    add("customers.ibans", String.join(", ", one.ibans()), String.join(", ", other.ibans()));
  }

  private void add(String key, @Nullable String one, @Nullable String other) {
    String first = Objects.requireNonNullElse(one, "");
    String second = Objects.requireNonNullElse(other, "");
    if (!first.isEmpty() || !second.isEmpty()) {
      rows.add(new Row(words.say(key), first, second, agreement(first, second)));
    }
  }

  private static Agreement agreement(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Agreement.ONE_SAYS;
    }
    return plain(one).equals(plain(other)) ? Agreement.AGREES : Agreement.DIFFERS;
  }

  private static String plain(String text) {
    return OTHERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private @Nullable String date(Invoice invoice) {
    return invoice.dueDate() == null ? null : words.date(invoice.dueDate());
  }

  private static @Nullable String address(@Nullable Address address) {
    return address == null
        ? null
        : Stream.of(address.street(), address.postalCode(), address.city(), address.country())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
  }
}
