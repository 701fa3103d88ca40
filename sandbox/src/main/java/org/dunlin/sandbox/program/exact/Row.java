package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.books.Stamp;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A row of an entity while it is filled. */
final class Row {
  private static final long ROWS_OF_A_RECORD = 1000;

  private final ObjectNode json = Json.object();

  /** A row with what every row has. */
  static Row of(ExactCompany company, Stamp stamp) {
    return new Row()
        .put("Division", company.division())
        .put("Created", stamp.created())
        .put("Modified", stamp.changed())
        .put("Creator", company.user())
        .put("Modifier", company.user())
        .put("CreatorFullName", "Dunlin")
        .put("ModifierFullName", "Dunlin");
  }

  Row put(String name, @Nullable String value) {
    json.put(name, value);
    return this;
  }

  Row put(String name, @Nullable UUID value) {
    json.put(name, value == null ? null : value.toString());
    return this;
  }

  Row put(String name, int value) {
    json.put(name, value);
    return this;
  }

  Row put(String name, long value) {
    json.put(name, value);
    return this;
  }

  Row put(String name, boolean value) {
    json.put(name, value);
    return this;
  }

  Row put(String name, BigDecimal value) {
    json.put(name, value);
    return this;
  }

  Row put(String name, Money value) {
    json.put(name, Json.number(value));
    return this;
  }

  Row put(String name, Instant value) {
    json.put(name, "/Date(" + value.toEpochMilli() + ")/");
    return this;
  }

  Row put(String name, @Nullable LocalDate value) {
    if (value == null) {
      json.putNull(name);
      return this;
    }
    return put(name, value.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /**
   * The timestamp of a row, an Int64, which OData 2 writes as text.
   *
   * @param number below 1,000, which tells rows of one record apart
   */
  Row timestamp(Stamp stamp, int number) {
    json.put("Timestamp", Long.toString(stamp.version() * ROWS_OF_A_RECORD + number));
    return this;
  }

  ObjectNode json() {
    return json;
  }
}
