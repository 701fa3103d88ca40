package org.dunlin.connectors.program;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which placeholders may stand where. */
final class Placeholders {
  private static final String SETTINGS = "settings.";

  private Placeholders() {}

  /** Why a placeholder may not stand in a place; null where it may. */
  static @Nullable String wrong(String name, Scope scope, Map<String, Setting> settings) {
    if (name.startsWith(SETTINGS)) {
      return wrongSetting(name.substring(SETTINGS.length()), scope, settings);
    }
    if (scope.has(name)) {
      return null;
    }
    if (!scope.secrets() && scope.secret().has(name)) {
      return "{"
          + name
          + "} is a secret, which may stand in headers and bodies and not in an address.";
    }
    return "{" + name + "} is not known here; known are " + scope.shown() + ".";
  }

  private static @Nullable String wrongSetting(
      String name, Scope scope, Map<String, Setting> settings) {
    Setting setting = settings.get(name);
    if (setting == null) {
      return "there is no setting "
          + name
          + "; the settings are "
          + (settings.isEmpty() ? "none" : String.join(", ", settings.keySet()))
          + ".";
    }
    return setting.secret() && !scope.secrets()
        ? "the setting "
            + name
            + " is a secret, which may stand in headers and bodies and not in an address."
        : null;
  }
}
