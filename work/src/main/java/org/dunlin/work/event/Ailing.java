package org.dunlin.work.event;

import java.util.Map;

/** Which connections of a company do not work as they should. */
@FunctionalInterface
public interface Ailing {
  /** In which state each of them is, by its id. */
  Map<String, String> of(String companyId);
}
