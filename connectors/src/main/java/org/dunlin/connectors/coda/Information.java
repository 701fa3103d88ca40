package org.dunlin.connectors.coda;

import org.dunlin.connectors.text.FixedLine;
import org.jspecify.annotations.Nullable;

/**
 * What the information records of a movement say (3.1, which goes on in 3.2 and 3.3): parties in
 * structures of their own (annex III), or words of the bank.
 */
final class Information {
  /** Banks put whole invoices there, of which the beginning is enough. */
  private static final int WORDS_CHARACTERS_MAX = 2_000;

  private static final String COUNTERPARTY = "001";
  private static final String ULTIMATE_CREDITOR = "008";
  private static final String ULTIMATE_DEBTOR = "009";

  private final StringBuilder words = new StringBuilder();
  private @Nullable String name;
  private @Nullable String ultimateCreditor;
  private @Nullable String ultimateDebtor;
  private boolean structured;

  void add(FixedLine line) {
    switch (line.at(2)) {
      case '1' -> {
        structured = line.at(40) == '1';
        if (structured) {
          structure(line.raw(41, 43), line.field(44, 113));
        } else {
          addWords(line.raw(41, 113));
        }
      }
      case '2' -> goesOn(line.raw(11, 115));
      default -> goesOn(line.raw(11, 100));
    }
  }

  /** The other party; longer than the movement itself has it. */
  @Nullable String name() {
    return name;
  }

  @Nullable String ultimateCreditor() {
    return ultimateCreditor;
  }

  @Nullable String ultimateDebtor() {
    return ultimateDebtor;
  }

  /** The bank's words; null for none. */
  @Nullable String words() {
    return FixedLine.words(words.toString());
  }

  private void structure(String type, @Nullable String content) {
    switch (type) {
      case COUNTERPARTY -> name = content;
      case ULTIMATE_CREDITOR -> ultimateCreditor = content;
      case ULTIMATE_DEBTOR -> ultimateDebtor = content;
      default -> {
        if (content != null) {
          addWords(content + " ");
        }
      }
    }
  }

  /** A structure goes on with addresses, which nothing needs. */
  private void goesOn(String raw) {
    if (!structured) {
      addWords(raw);
    }
  }

  private void addWords(String raw) {
    if (words.length() < WORDS_CHARACTERS_MAX) {
      words.append(raw, 0, Math.min(raw.length(), WORDS_CHARACTERS_MAX - words.length()));
    }
  }
}
