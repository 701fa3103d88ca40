package org.dunlin.sandbox.program.moneybird;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.books.Contact;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.jspecify.annotations.Nullable;

/** The parameter {@code filter}: {@code period:this_year,state:open|late}. */
final class MoneybirdFilter {
  private static final Set<String> OF_CONTACTS =
      Set.of(
          "created_after",
          "updated_after",
          "first_name",
          "last_name",
          "estimate_workflow_id",
          "invoice_workflow_id",
          "contact_type",
          "delivery_method",
          "trusted_type");
  private static final Set<String> OF_INVOICES =
      Set.of(
          "state",
          "period",
          "reference",
          "contact_id",
          "recurring_sales_invoice_id",
          "workflow_id",
          "created_after",
          "updated_after");

  private final Map<String, String> wanted;
  private final Optional<MoneybirdPeriod> period;

  private MoneybirdFilter(Map<String, String> wanted, Optional<MoneybirdPeriod> period) {
    this.wanted = wanted;
    this.period = period;
  }

  /**
   * Reads it.
   *
   * @param usual the period that counts when none is named; empty where all are wanted then
   */
  static MoneybirdFilter of(String text, LocalDate today, Optional<String> usual) {
    Map<String, String> wanted = wanted(text, OF_INVOICES);
    Optional<String> named = Optional.ofNullable(wanted.get("period")).or(() -> usual);
    return new MoneybirdFilter(wanted, named.map(name -> MoneybirdPeriod.of(name, today)));
  }

  /** Reads one of contacts, of which only moments are looked at. */
  static MoneybirdFilter ofContacts(String text) {
    return new MoneybirdFilter(wanted(text, OF_CONTACTS), Optional.empty());
  }

  private static Map<String, String> wanted(String text, Set<String> names) {
    Map<String, String> wanted = new LinkedHashMap<>();
    if (!text.isBlank()) {
      for (String part : text.split(",", -1)) {
        int colon = part.indexOf(':');
        String name = colon < 0 ? part : part.substring(0, colon);
        if (colon < 0 || !names.contains(name.strip())) {
          throw new Refusal(400, "Filter is invalid");
        }
        wanted.put(name.strip(), part.substring(colon + 1).strip());
      }
    }
    return wanted;
  }

  boolean fits(Contact contact) {
    return after("created_after", contact.stamp().created())
        && after("updated_after", contact.stamp().changed());
  }

  /**
   * Whether a document is wanted.
   *
   * @param state asked for where it counts
   * @param contact the id of its contact, likewise
   */
  boolean fits(SalesDocument document, Supplier<String> state, Supplier<String> contact) {
    return period.filter(p -> !p.holds(document.draft().issued())).isEmpty()
        && same("reference", document.draft().reference())
        && after("created_after", document.stamp().created())
        && after("updated_after", document.stamp().changed())
        && inState(state)
        && (!wanted.containsKey("contact_id") || same("contact_id", contact.get()));
  }

  private boolean inState(Supplier<String> state) {
    String states = wanted.getOrDefault("state", "all");
    return states.equals("all") || List.of(states.split("\\|", -1)).contains(state.get());
  }

  private boolean same(String name, @Nullable String value) {
    String other = wanted.get(name);
    return other == null || other.equals(value);
  }

  /** After, and not at, a moment in UTC. */
  private boolean after(String name, Instant moment) {
    String text = wanted.get(name);
    return text == null || moment.isAfter(instant(text));
  }

  private static Instant instant(String text) {
    String iso = text.replace(" UTC", "Z").replace(' ', 'T');
    try {
      return iso.endsWith("Z") || iso.matches(".*[+-]\\d\\d:?\\d\\d$")
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Refusal(400, "Filter is invalid");
    }
  }
}
