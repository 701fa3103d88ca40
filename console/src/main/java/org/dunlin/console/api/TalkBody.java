package org.dunlin.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.jspecify.annotations.Nullable;

/** What a program says of a customer, as a JSON object of few fields; each is read or refused. */
final class TalkBody {
  private final JsonNode object;

  private TalkBody(JsonNode object) {
    this.object = object;
  }

  /**
   * The object of a body.
   *
   * @param known its fields; another is refused, since it may be a misspelt one
   */
  static TalkBody of(HttpServletRequest request, String what, String... known) throws IOException {
    return of(ProfileJson.object(SmallBody.of(request, what)), known);
  }

  /** The same; an empty body is an empty object. */
  static TalkBody orNothing(HttpServletRequest request, String what, String... known)
      throws IOException {
    byte[] body = SmallBody.of(request, what);
    return of(
        ProfileJson.object(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body), known);
  }

  private static TalkBody of(JsonNode object, String... known) {
    List<FieldError> unknown = new ArrayList<>();
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!List.of(known).contains(name)) {
                unknown.add(
                    new FieldError(
                        name, "There is no such field; there are " + String.join(", ", known)));
              }
            });
    if (!unknown.isEmpty()) {
      throw new WrongRequest(unknown);
    }
    return new TalkBody(object);
  }

  @Nullable String text(String name) {
    String text = said(name, "A text is needed.");
    return text == null || text.isEmpty() ? null : text;
  }

  String textNeeded(String name) {
    return needed(name, text(name), "A text is needed.");
  }

  @Nullable UUID id(String name) {
    return read(name, UUID::fromString, "An id is needed, as a list says it.");
  }

  UUID idNeeded(String name) {
    return needed(name, id(name), "An id is needed, as a list says it.");
  }

  /** The ids of a list; none where there is no list, while an empty one says nothing. */
  List<UUID> ids(String name) {
    List<UUID> ids = new ArrayList<>();
    for (JsonNode each : list(name)) {
      String text = each.isTextual() ? each.textValue() : "";
      ids.add(value(name, text, UUID::fromString, "Each is an id, as a list says it."));
    }
    return ids;
  }

  /** The texts of a list; none where there is no list. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : list(name)) {
      if (!each.isTextual()) {
        throw wrong(name, "Each is a text.");
      }
      texts.add(each.textValue().strip());
    }
    return texts;
  }

  @Nullable LocalDate date(String name) {
    return read(name, LocalDate::parse, "A day is needed, such as 2026-12-15.");
  }

  LocalDate dateNeeded(String name) {
    return needed(name, date(name), "A day is needed, such as 2026-12-15.");
  }

  @Nullable BigDecimal amount(String name) {
    return read(name, TalkBody::amountOf, "An amount is needed as a text, as in \"1210.00\".");
  }

  BigDecimal amountNeeded(String name) {
    return needed(name, amount(name), "An amount is needed as a text, as in \"1210.00\".");
  }

  <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
    String names = Stream.of(words.getEnumConstants()).map(Enum::name).toList().toString();
    return read(name, text -> Enum.valueOf(words, text), "One of " + names + " is meant.");
  }

  <E extends Enum<E>> E wordNeeded(String name, Class<E> words) {
    return needed(name, word(name, words), "A word is needed.");
  }

  /** True or false; false where nothing is said. */
  boolean truth(String name) {
    JsonNode said = object.path(name);
    if (said.isMissingNode() || said.isNull()) {
      return false;
    }
    if (!said.isBoolean()) {
      throw wrong(name, "True or false is needed.");
    }
    return said.booleanValue();
  }

  /** True or false, one of which must be said. */
  boolean truthNeeded(String name) {
    if (object.path(name).isMissingNode() || object.path(name).isNull()) {
      throw wrong(name, "True or false is needed.");
    }
    return truth(name);
  }

  /** True or false; absent where nothing is said. */
  @Nullable Boolean truthOrNothing(String name) {
    boolean silent = object.path(name).isMissingNode() || object.path(name).isNull();
    return silent ? null : Boolean.valueOf(truth(name));
  }

  /** A whole number from 0 on. */
  @Nullable Integer number(String name) {
    JsonNode said = object.path(name);
    if (said.isMissingNode() || said.isNull()) {
      return null;
    }
    if (!said.isInt() || said.intValue() < 0) {
      throw wrong(name, "A whole number is needed.");
    }
    return said.intValue();
  }

  /** The objects of a list, of these fields each. */
  List<TalkBody> parts(String name, String... known) {
    List<TalkBody> parts = new ArrayList<>();
    for (JsonNode each : list(name)) {
      if (!each.isObject()) {
        throw wrong(name, "Each is an object of " + String.join(", ", known) + ".");
      }
      parts.add(of(each, known));
    }
    return parts;
  }

  private Iterable<JsonNode> list(String name) {
    JsonNode list = object.path(name);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray() || list.isEmpty()) {
      throw wrong(name, "A list of at least one is needed; leave the field out for none.");
    }
    return list;
  }

  private @Nullable String said(String name, String expected) {
    JsonNode said = object.path(name);
    if (said.isMissingNode() || said.isNull()) {
      return null;
    }
    if (!said.isTextual()) {
      throw wrong(name, expected);
    }
    return said.textValue().strip();
  }

  /** Not one that is as long in a table as its exponent is large. */
  private static BigDecimal amountOf(String text) {
    if (text.length() > 30 || !text.matches("[0-9]{1,15}(\\.[0-9]{1,4})?")) {
      throw new IllegalArgumentException();
    }
    return new BigDecimal(text);
  }

  private <T> @Nullable T read(String name, Function<String, T> reading, String expected) {
    String text = said(name, expected);
    return text == null ? null : value(name, text, reading, expected);
  }

  private static <T> T value(
      String name, String text, Function<String, T> reading, String expected) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(name, expected);
    }
  }

  private static <T> T needed(String name, @Nullable T value, String expected) {
    return Optional.ofNullable(value).orElseThrow(() -> wrong(name, expected));
  }

  private static WrongRequest wrong(String name, String expected) {
    return new WrongRequest(List.of(new FieldError(name, expected)));
  }
}
