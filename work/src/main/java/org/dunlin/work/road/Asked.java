package org.dunlin.work.road;

import java.util.List;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.SettingType;
import org.jspecify.annotations.Nullable;

/**
 * A setting with what all of them have.
 *
 * @param form the pattern that a text must fit
 */
record Asked(
    String name, String label, @Nullable String help, SettingType type, @Nullable String form) {
  Setting needed(String example) {
    return setting(true, List.of(), null, example);
  }

  Setting initially(@Nullable String value) {
    return setting(false, List.of(), value, null);
  }

  Setting like(String example) {
    return setting(false, List.of(), null, example);
  }

  /** One of these, of which the first counts where nothing is chosen. */
  Setting choice(String... choices) {
    return setting(false, List.of(choices), choices[0], null);
  }

  Setting asked() {
    return setting(false, List.of(), null, null);
  }

  private Setting setting(
      boolean required, List<String> choices, @Nullable String initial, @Nullable String example) {
    return new Setting(name, label, help, type, required, false, form, choices, initial, example);
  }
}
