package org.dunlin.connectors.csv;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words in the rows of files that mean the same at every bank. */
final class UsualWords {
  private static final List<Marks> MARKS =
      List.of(
          new Marks("Af", "Bij"),
          new Marks("Debit", "Credit"),
          new Marks("Debet", "Credit"),
          new Marks("D", "C"),
          new Marks("DR", "CR"),
          new Marks("DBIT", "CRDT"),
          new Marks("Soll", "Haben"),
          new Marks("S", "H"),
          new Marks("Belastung", "Gutschrift"),
          new Marks("Débit", "Crédit"),
          new Marks("Dare", "Avere"));

  private static final Set<String> BOOKED =
      Set.of("completed", "booked", "book", "posted", "settled", "gebucht", "umsatz gebucht");

  private UsualWords() {}

  /** The words of one mark. */
  record Marks(String debit, String credit) {
    private boolean hold(List<String> words) {
      Set<String> both = Set.of(ColumnName.normal(debit), ColumnName.normal(credit));
      return words.stream().map(ColumnName::normal).allMatch(both::contains);
    }
  }

  /** The marks of which all these words are; empty where it is not plain which. */
  static Optional<Marks> marks(List<String> words) {
    List<Marks> fitting = MARKS.stream().filter(each -> each.hold(words)).toList();
    return words.isEmpty() || fitting.size() != 1
        ? Optional.empty()
        : Optional.of(fitting.getFirst());
  }

  /** The word of a column by which its rows are booked, where one of its words says that. */
  static Optional<String> booked(List<String> words) {
    return words.stream().filter(word -> BOOKED.contains(ColumnName.normal(word))).findFirst();
  }
}
