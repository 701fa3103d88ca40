package org.dunlin.connectors.program;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the choice of one setting makes of a program.
 *
 * @param by the setting; absent where nothing differs
 * @param programs by the choices
 */
record Variants(@Nullable String by, Map<String, Program> programs) {
  /** Nothing differs. */
  static final Variants NONE = new Variants(null, Map.of());

  /** The program of what was chosen. */
  Optional<Program> of(Map<String, String> settings) {
    String choice = by == null ? null : settings.get(by);
    return choice == null ? Optional.empty() : Optional.ofNullable(programs.get(choice));
  }

  List<Program> all() {
    return List.copyOf(programs.values());
  }
}
