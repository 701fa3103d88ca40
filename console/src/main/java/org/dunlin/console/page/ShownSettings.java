package org.dunlin.console.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings of the hub as its page shows them; a secret is never among what is shown. */
public record ShownSettings(List<Setting> all) {
  public ShownSettings {
    all = List.copyOf(all);
  }

  /** The sender's address of the mail server; empty where no message leaves. */
  public String mailFrom() {
    return value("dunlin.smtp.host").isEmpty() ? "" : value("dunlin.smtp.from");
  }

  private String value(String name) {
    return all.stream()
        .filter(each -> each.name().equals(name))
        .map(Setting::value)
        .findFirst()
        .orElse("");
  }

  /** The names that the file, the environment or the command line say. */
  public Set<String> fixed() {
    return all.stream()
        .filter(each -> each.from() != From.DEFAULT && each.from() != From.CONSOLE)
        .map(Setting::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Who says a setting. */
  public enum From {
    /** Nobody: the hub's own value counts. */
    DEFAULT,
    /** An administrator, in the console. */
    CONSOLE,
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
