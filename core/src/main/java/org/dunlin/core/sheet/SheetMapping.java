package org.dunlin.core.sheet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the columns of a file mean, as somebody says it on a form.
 *
 * @param kind {@code invoices}, {@code customers} or {@code statement}
 * @param columns what each column is, by its number from 1; those that are not read are absent
 * @param dates how days are written, such as {@code dd-MM-yyyy}; empty where nobody said it
 * @param decimal the mark before decimals; empty where nobody said it
 * @param constants {@code currency}, {@code country}, {@code language} and {@code account} where
 *     the file has no column
 * @param words what words in columns mean: those of {@code OPEN}, {@code PAID}, {@code VOID},
 *     {@code CREDIT_NOTE}, {@code debit} and {@code credit}
 */
public record SheetMapping(
    String kind,
    Map<Integer, String> columns,
    String dates,
    String decimal,
    Map<String, String> constants,
    Map<String, List<String>> words) {
  public SheetMapping {
    columns = new TreeMap<>(columns);
    constants = new TreeMap<>(constants);
    words = Map.copyOf(words);
  }

  /** Whether any column is this. */
  public boolean has(String target) {
    return columns.containsValue(target);
  }

  /** The constant of this name; empty where there is none. */
  public String constant(String name) {
    return constants.getOrDefault(name, "");
  }

  /** The words of this meaning, as they stand in one field of a form. */
  public String words(String meaning) {
    return String.join(", ", words.getOrDefault(meaning, List.of()));
  }
}
