package org.dunlin.core.matching;

import java.util.List;

/**
 * What the text of a payment quotes of the company's documents.
 *
 * @param numbers of open invoices, each once
 * @param settled documents that it names and of which nothing is open
 * @param notes open credit notes that it names
 * @param mentions where in the text whole numbers stand
 * @param unknown whether it holds a number that is written like the company's, and is none of them
 */
record Quotes(
    Text text,
    List<Numbered> numbers,
    List<Item> settled,
    List<Item> notes,
    List<Mention> mentions,
    boolean unknown) {
  static final Quotes NONE =
      new Quotes(new Text(List.of()), List.of(), List.of(), List.of(), List.of(), false);

  /** Whether there is a digit in the text, without which it names nothing. */
  boolean anyDigit() {
    for (Text.Atom atom : text.atoms()) {
      if (atom.anyDigit()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it names a document that the payment cannot be for, or that is not there. */
  boolean namesAnother() {
    return unknown || !settled.isEmpty();
  }
}
