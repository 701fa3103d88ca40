package org.dunlin.store.record;

import java.util.List;
import java.util.stream.Stream;

/**
 * A condition that a reader may set on a list.
 *
 * @param name as readers write it
 * @param kind what its value is
 * @param words the values of a {@link Kind#WORD}
 * @param meaning what it leaves in the list, as a sentence
 * @param condition in SQL, with the value as a parameter of this name
 */
public record Filter(String name, Kind kind, List<String> words, String meaning, String condition) {
  public Filter {
    words = List.copyOf(words);
  }

  /** What the value of a filter is, and the Java type that a list takes for it. */
  public enum Kind {
    /** A text, as a {@code String}. */
    TEXT,
    /** One of some words, as a {@code String}. */
    WORD,
    /** An id that the hub made, as a {@code UUID}. */
    ID,
    /** A day, as a {@code LocalDate}. */
    DATE,
    /** A moment, as an {@code Instant}. */
    INSTANT,
    /** Yes or no, as a {@code Boolean}. */
    TRUTH
  }

  static Filter text(String name, String meaning, String condition) {
    return new Filter(name, Kind.TEXT, List.of(), meaning, condition);
  }

  static Filter id(String name, String meaning, String column) {
    return new Filter(name, Kind.ID, List.of(), meaning, column + " = :" + name);
  }

  static Filter date(String name, String meaning, String condition) {
    return new Filter(name, Kind.DATE, List.of(), meaning, condition);
  }

  static <E extends Enum<E>> Filter word(
      String name, Class<E> words, String meaning, String column) {
    List<String> names = Stream.of(words.getEnumConstants()).map(Enum::name).toList();
    return new Filter(name, Kind.WORD, names, meaning, column + " = :" + name);
  }

  /** The condition for a value; the denial of it where the value is no. */
  String sql(Object value) {
    return Boolean.FALSE.equals(value) ? "not (" + condition + ")" : condition;
  }
}
