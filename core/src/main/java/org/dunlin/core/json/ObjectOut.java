package org.dunlin.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes the fields of JSON objects in the order of the calls; what is absent is left out. */
final class ObjectOut {
  private final JsonGenerator generator;

  ObjectOut(JsonGenerator generator) {
    this.generator = generator;
  }

  void text(String name, @Nullable String value) {
    if (value != null) {
      write(() -> generator.writeStringField(name, value));
    }
  }

  void word(String name, @Nullable Enum<?> value) {
    text(name, value == null ? null : value.name());
  }

  void date(String name, @Nullable LocalDate value) {
    text(name, value == null ? null : value.toString());
  }

  void instant(String name, @Nullable Instant value) {
    text(name, value == null ? null : value.toString());
  }

  void amount(String name, @Nullable Money value) {
    text(name, value == null ? null : value.getAmount().toPlainString());
  }

  void number(String name, @Nullable BigDecimal value) {
    if (value != null) {
      write(() -> generator.writeNumberField(name, value));
    }
  }

  void count(String name, @Nullable Integer value) {
    if (value != null) {
      write(() -> generator.writeNumberField(name, value.intValue()));
    }
  }

  void truth(String name, @Nullable Boolean value) {
    if (value != null) {
      write(() -> generator.writeBooleanField(name, value));
    }
  }

  void texts(String name, List<String> values) {
    if (!values.isEmpty()) {
      write(
          () -> {
            generator.writeArrayFieldStart(name);
            for (String value : values) {
              generator.writeString(value);
            }
            generator.writeEndArray();
          });
    }
  }

  <T> void object(String name, @Nullable T value, BiConsumer<T, ObjectOut> writer) {
    if (value != null) {
      write(
          () -> {
            generator.writeObjectFieldStart(name);
            writer.accept(value, this);
            generator.writeEndObject();
          });
    }
  }

  /** A list that is left out when empty. */
  <T> void objects(String name, List<T> values, BiConsumer<T, ObjectOut> writer) {
    if (!values.isEmpty()) {
      everyObject(name, values, writer);
    }
  }

  /** A list that is there also when empty. */
  <T> void everyObject(String name, List<T> values, BiConsumer<T, ObjectOut> writer) {
    write(
        () -> {
          generator.writeArrayFieldStart(name);
          for (T value : values) {
            generator.writeStartObject();
            writer.accept(value, this);
            generator.writeEndObject();
          }
          generator.writeEndArray();
        });
  }

  void amountsByCurrency(String name, Map<CurrencyUnit, Money> amounts) {
    if (!amounts.isEmpty()) {
      write(
          () -> {
            generator.writeObjectFieldStart(name);
            new TreeMap<>(amounts)
                .forEach((currency, amount) -> amount(currency.getCode(), amount));
            generator.writeEndObject();
          });
    }
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
