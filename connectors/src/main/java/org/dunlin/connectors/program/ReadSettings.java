package org.dunlin.connectors.program;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which settings say what is read: those in requests of streams, and those at which what makes
 * records of the answers looks.
 */
final class ReadSettings {
  private final Program program;
  private final String setting;

  ReadSettings(Program program, String setting) {
    this.program = program;
    this.setting = setting;
  }

  boolean say() {
    return choosesAddress() || program.manifest().streams().stream().anyMatch(this::says);
  }

  private boolean choosesAddress() {
    return program.chosenBy().filter(setting::equals).isPresent()
        && program.all().stream().map(each -> each.manifest().base().toString()).distinct().count()
            > 1;
  }

  private boolean says(org.dunlin.connectors.program.Stream stream) {
    String file = stream.mapping();
    return Stream.of(
                stream.request(),
                stream.swept().map(Sweep::request).orElse(null),
                stream.fetched().map(Fetch::request).orElse(null))
            .filter(Objects::nonNull)
            .anyMatch(request -> Requested.names(request).contains("settings." + setting))
        || stream.records().looksAt(setting)
        || stream.wants().stream().anyMatch(this::says)
        || (file != null && program.mapping(file).looksAt(setting));
  }

  private boolean says(Wanting wanting) {
    Selector when = wanting.when();
    return wanting.key().looksAt(setting) || (when != null && when.looksAt(setting));
  }
}
