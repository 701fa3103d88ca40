package org.dunlin.store.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a token allows. */
public enum Scope {
  /** To see all that is kept. */
  READ,
  /** To bring files in, and nothing else. */
  DELIVER,
  /** To bring files in, and to answer questions. */
  WRITE,
  /** To change a company's profile, whereto its money is asked for and whether it sends. */
  SETTINGS,
  /** To erase customers for ever. */
  ERASE;

  /** As people write it: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of a word; empty where there is none. */
  public static Optional<Scope> of(String word) {
    return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
