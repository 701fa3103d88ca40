package org.dunlin.core.port;

import java.util.Set;

/** What outside programs can be told, by the names of their kinds. */
@FunctionalInterface
public interface Abilities {
  /** No program can be told anything. */
  Abilities NONE = program -> Set.of();

  /** What the program can be told; nothing where it is not known. */
  Set<WriteBack> told(String program);
}
