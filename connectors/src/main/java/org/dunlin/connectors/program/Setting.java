package org.dunlin.connectors.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an admin fills in for a connection.
 *
 * @param label what a form calls it
 * @param help where the admin finds it
 * @param required whether the connection cannot do without it
 * @param pattern of a text: the whole value must fit (java.util.regex)
 * @param choices of a choice, in their order
 * @param initial what a form offers, and what counts where nothing is filled in
 * @param example shown beside the field
 */
public record Setting(
    String name,
    String label,
    @Nullable String help,
    SettingType type,
    boolean required,
    @Nullable String pattern,
    List<String> choices,
    @Nullable String initial,
    @Nullable String example) {
  public Setting {
    choices = List.copyOf(choices);
  }

  /** Whether it is sealed when it is stored and shown to nobody again. */
  public boolean secret() {
    return type == SettingType.SECRET;
  }
}
