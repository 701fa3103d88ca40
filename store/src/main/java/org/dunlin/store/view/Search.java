package org.dunlin.store.view;

import static org.dunlin.store.view.Found.Kind.CUSTOMER;
import static org.dunlin.store.view.Found.Kind.DELIVERY;
import static org.dunlin.store.view.Found.Kind.EFFECT;
import static org.dunlin.store.view.Found.Kind.INVOICE;
import static org.dunlin.store.view.Found.Kind.PAYMENT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever somebody quotes, looked up in every place where it may stand, each by an index. */
public final class Search {
  /** How many of each kind are shown. */
  public static final int MOST = 6;

  /** Longer words are none that anybody quotes; texts are indexed as far as this. */
  public static final int LONGEST = 200;

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final Pattern AMOUNT =
      Pattern.compile("([0-9]{1,12}|[0-9]{1,3}(?:[.,' \u00a0\u202f][0-9]{3}){1,3})[.,]([0-9]{2})");
  private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

  private static final String CUSTOMERS =
      "select customer_id, name from customer where company_id = :company and ";
  private static final String INVOICES =
      "select invoice_id, number from invoice where company_id = :company and ";
  private static final String PAYMENTS =
      "select payment_id, coalesce(record ->> 'payerName', record ->> 'remittance')"
          + " from payment where company_id = :company and ";
  private static final String DELIVERIES =
      "select delivery_id, name from delivery where company_id = :company and ";

  private final JdbcClient jdbc;

  Search(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * What is found, exact hits of each kind first, at most {@link #MOST} of a kind; nothing of what
   * is empty, longer than {@link #LONGEST} characters or holds control characters.
   */
  public List<Found> of(String companyId, String quoted) {
    String text = quoted.strip();
    if (text.isEmpty()
        || text.length() > LONGEST
        || text.chars().anyMatch(Character::isISOControl)) {
      return List.of();
    }
    Looking looking = new Looking(companyId);
    String lower = text.toLowerCase(Locale.ROOT);
    if (ID.matcher(lower).matches()) {
      looking.byId(UUID.fromString(lower));
    } else if (DIGEST.matcher(lower).matches()) {
      byte[] digest = HexFormat.of().parseHex(lower);
      looking.exact(DELIVERY, DELIVERIES + "sha256 = :value and not may_come_again", digest);
      looking.exact(DELIVERY, DELIVERIES + "sha256 = :value and may_come_again", digest);
    } else {
      looking.byWords(text, lower);
    }
    return looking.found();
  }

  /** The amount that a text is, with a point or a comma before its two decimals. */
  static Optional<BigDecimal> amount(String text) {
    Matcher amount = AMOUNT.matcher(text);
    return amount.matches()
        ? Optional.of(
            new BigDecimal(amount.group(1).replaceAll("[^0-9]", "") + "." + amount.group(2)))
        : Optional.empty();
  }

  /** One search, which notes each thing once and as exact where any way to it was. */
  private final class Looking {
    private final String companyId;
    private final Map<UUID, Found> all = new LinkedHashMap<>();

    Looking(String companyId) {
      this.companyId = companyId;
    }

    void byId(UUID id) {
      exact(CUSTOMER, CUSTOMERS + "customer_id = :value", id);
      exact(INVOICE, INVOICES + "invoice_id = :value", id);
      exact(PAYMENT, PAYMENTS + "payment_id = :value", id);
      exact(DELIVERY, DELIVERIES + "delivery_id = :value", id);
      exact(
          EFFECT,
          "select effect_id, cast(null as text) from effect"
              + " where company_id = :company and effect_id = :value",
          id);
    }

    void byWords(String text, String lower) {
      String plain = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
      exact(CUSTOMER, CUSTOMERS + "record ->> 'number' = :value", text);
      exact(CUSTOMER, CUSTOMERS + "lower(name) = :value", lower);
      exact(INVOICE, INVOICES + "lower(number) collate \"C\" = :value", lower);
      exact(PAYMENT, PAYMENTS + "record ->> 'endToEndId' = :value", text);
      exact(DELIVERY, DELIVERIES + first("lower(name)") + " collate \"C\" = :value", lower);
      exact(
          DELIVERY,
          DELIVERIES
              + "delivery_id in (select delivery_id from delivery_origin"
              + " where company_id = :company and "
              + first("message_id")
              + " = any(:value))",
          new String[] {text, "<" + text + ">"});
      if (!plain.isEmpty()) {
        exact(CUSTOMER, CUSTOMERS + "plain_number(record ->> 'vatNumber') = :value", plain);
        exact(
            CUSTOMER, CUSTOMERS + "plain_number(record ->> 'registrationNumber') = :value", plain);
        exact(
            INVOICE,
            INVOICES + first("plain_number(record ->> 'paymentReference')") + " = :value",
            plain);
        exact(
            INVOICE,
            INVOICES + first("plain_number(record ->> 'orderReference')") + " = :value",
            plain);
      }
      if (IBAN.matcher(plain).matches()) {
        exact(
            CUSTOMER,
            CUSTOMERS + "record -> 'ibans' @> jsonb_build_array(cast(:value as text))",
            plain);
        near(
            PAYMENT,
            PAYMENTS + first("record ->> 'payerIban'") + " = :value order by payment_id desc",
            plain);
      }
      amount(text).ifPresent(this::byAmount);
      if (LETTER_OR_DIGIT.matcher(text).find()) {
        near(CUSTOMER, CUSTOMERS + "words @@ prefixes_of(:value)", text);
        near(PAYMENT, PAYMENTS + "words_of_payment(record) @@ prefixes_of(:value)", text);
      }
      near(INVOICE, INVOICES + begins("lower(number)"), lower);
      near(DELIVERY, DELIVERIES + begins(first("lower(name)")), lower);
    }

    private void byAmount(BigDecimal amount) {
      near(INVOICE, INVOICES + "total = :value order by invoice_id desc", amount);
      near(PAYMENT, PAYMENTS + "amount = :value order by payment_id desc", amount);
    }

    /** A range, which the index can serve whatever the text holds, as a pattern could not. */
    private static String begins(String text) {
      String place = text + " collate \"C\"";
      return place + " >= :value and " + place + " < :value || chr(1114111) order by " + place;
    }

    private static String first(String text) {
      return "left(" + text + ", " + LONGEST + ")";
    }

    void exact(Found.Kind kind, String query, Object value) {
      look(kind, query, value, true);
    }

    private void near(Found.Kind kind, String query, Object value) {
      look(kind, query, value, false);
    }

    private void look(Found.Kind kind, String query, Object value, boolean exact) {
      jdbc.sql(query + " limit " + MOST)
          .param("company", companyId)
          .param("value", value)
          .query(
              (row, at) -> new Found(kind, row.getObject(1, UUID.class), row.getString(2), exact))
          .list()
          .forEach(found -> all.putIfAbsent(found.id(), found));
    }

    /** By kind; what was looked up exactly came first. */
    List<Found> found() {
      List<Found> shown = new ArrayList<>();
      for (Found.Kind kind : Found.Kind.values()) {
        all.values().stream().filter(found -> found.kind() == kind).limit(MOST).forEach(shown::add);
      }
      return shown;
    }
  }
}
