package org.dunlin.store.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a token allows: a set of rights, by a word that programs know. */
public enum Scope {
  /** To see all that is kept. */
  READ(EnumSet.of(Right.SEE, Right.EXPORT)),
  /** To bring files in, and nothing else. */
  DELIVER(EnumSet.of(Right.UPLOAD)),
  /** To bring files in, and to answer questions. */
  WRITE(EnumSet.of(Right.UPLOAD, Right.DECIDE, Right.AGREE)),
  /** To change a company's profile, whereto its money is asked for and whether it sends. */
  SETTINGS(EnumSet.of(Right.PLAN, Right.COLLECT, Right.OPERATE, Right.CONNECT)),
  /** To erase customers for ever. */
  ERASE(EnumSet.of(Right.ERASE));

  private final Set<Right> rights;

  Scope(Set<Right> rights) {
    this.rights = Set.copyOf(rights);
  }

  /** What it allows. */
  public Set<Right> rights() {
    return rights;
  }

  /** As people write it: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of a word; empty where there is none. */
  public static Optional<Scope> of(String word) {
    return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }

  /** The narrowest scope that gives a right; empty where no token has it. */
  public static Optional<Scope> giving(Right right) {
    return Stream.of(values()).filter(scope -> scope.rights.contains(right)).findFirst();
  }
}
