package org.dunlin.work.program;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.Template;
import org.dunlin.work.program.WrongSettings.Fault;

/**
 * Lets no secret that is kept go to another place than the one for which it was entered: whoever
 * may change settings could else have it sent to a server of their own.
 */
final class MovedSecrets {
  private MovedSecrets() {}

  /** Whether the settings lead to another host than before. */
  static boolean moved(Manifest manifest, Map<String, String> before, Map<String, String> after) {
    return manifest.settings().stream()
        .filter(setting -> leads(manifest, setting))
        .anyMatch(
            setting -> {
              String there = FixedBooks.counts(setting, before);
              return there != null && !there.equals(FixedBooks.counts(setting, after));
            });
  }

  /** Secrets that are not kept since the place to which they go has changed. */
  static List<Fault> faults(Manifest manifest, Set<String> kept, Set<String> given) {
    return manifest.settings().stream()
        .filter(setting -> setting.secret() && kept.contains(setting.name()))
        .filter(setting -> !given.contains(setting.name()))
        .map(
            setting ->
                new Fault(
                    setting.name(),
                    setting.label()
                        + " must be entered again: the address was changed, and what is kept"
                        + " goes to no other place."))
        .toList();
  }

  private static boolean leads(Manifest manifest, Setting setting) {
    return switch (setting.type()) {
      case URL -> true;
      case TEXT, NUMBER -> inHost(manifest.base(), setting.name());
      case SECRET, FLAG, CHOICE -> false; // the folder says where each choice leads
    };
  }

  private static boolean inHost(Template base, String setting) {
    int slash = base.text().indexOf('/', "https://".length());
    String host = slash < 0 ? base.text() : base.text().substring(0, slash);
    return host.contains("{settings." + setting + "}")
        || host.contains("{settings." + setting + "|");
  }
}
