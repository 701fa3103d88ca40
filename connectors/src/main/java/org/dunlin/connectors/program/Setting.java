package org.dunlin.connectors.program;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an admin fills in for a connection.
 *
 * @param label what a form calls it
 * @param help where the admin finds it
 * @param required whether the connection cannot do without it
 * @param books whether it says which books are read, so that it stays once something was read
 * @param pattern of a text: the whole value must fit (java.util.regex)
 * @param choices of a choice, in their order
 * @param initial what a form offers, and what counts where nothing is filled in
 * @param example shown beside the field
 */
public record Setting(
    String name,
    String label,
    @Nullable String help,
    SettingType type,
    boolean required,
    boolean books,
    @Nullable String pattern,
    List<String> choices,
    @Nullable String initial,
    @Nullable String example) {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
  private static final Set<String> FLAGS = Set.of("true", "false");

  public Setting {
    choices = List.copyOf(choices);
  }

  /** Whether it is sealed when it is stored and shown to nobody again. */
  public boolean secret() {
    return type == SettingType.SECRET;
  }

  /** Why a value that is filled in does not fit, as a sentence that says what would; else empty. */
  public Optional<String> refusal(String value) {
    return Optional.ofNullable(
        switch (type) {
          case TEXT -> pattern == null || SafePattern.fits(pattern, value) ? null : form();
          case SECRET -> null;
          case URL -> value.startsWith("https://") ? null : "An address begins with https://.";
          case NUMBER -> NUMBER.matcher(value).matches() ? null : "A number is expected, as in 42.";
          case FLAG -> FLAGS.contains(value) ? null : "It is true or false.";
          case CHOICE ->
              choices.contains(value) ? null : "It is one of " + String.join(", ", choices) + ".";
        });
  }

  /** The value as placeholders have it. */
  public Value value(String value) {
    return switch (type) {
      case TEXT, SECRET, URL, CHOICE -> Value.of(value);
      case NUMBER -> new Value.Number(new BigDecimal(value));
      case FLAG -> new Value.Flag(Boolean.parseBoolean(value));
    };
  }

  private String form() {
    return "It does not have the expected form"
        + (example == null ? "." : ", as in " + example + ".");
  }
}
