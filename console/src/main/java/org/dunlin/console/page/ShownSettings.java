package org.dunlin.console.page;

import java.util.List;

/** The settings of the hub as its page shows them; a secret is never among what is shown. */
public record ShownSettings(List<Setting> all) {
  public ShownSettings {
    all = List.copyOf(all);
  }

  /** Who says a setting. */
  public enum From {
    /** Nobody: the hub's own value counts. */
    DEFAULT,
    FILE,
    ENVIRONMENT,
    COMMAND_LINE
  }

  /**
   * A setting.
   *
   * @param value empty where there is none, and of a secret always
   * @param secret whether only this is shown: that it is set
   * @param set whether it has a value
   * @param place where it is said: file and line, variable, or option
   */
  public record Setting(
      String name, String value, boolean secret, boolean set, From from, String place) {}
}
