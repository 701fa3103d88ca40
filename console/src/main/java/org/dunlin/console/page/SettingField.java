package org.dunlin.console.page;

import java.util.List;
import org.dunlin.console.page.FormField.Option;
import org.dunlin.console.words.Words;
import org.dunlin.work.offer.AskedSetting;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a program as a form shows it.
 *
 * @param text what stands in it; of a secret always empty
 * @param kept whether a secret is kept already
 * @param fixed whether the settings file says it, so that it cannot be changed here
 * @param error why what was entered cannot be used
 */
public record SettingField(
    AskedSetting setting, String text, boolean kept, boolean fixed, @Nullable String error) {
  /** What the names of such fields begin with, so that they meet no other of a form. */
  static final String PREFIX = "setting.";

  /** The name of the field. */
  public String name() {
    return PREFIX + setting.name();
  }

  /** The id of the field's element. */
  public String id() {
    return "setting-" + setting.name();
  }

  /** Whether the form cannot be sent without it. */
  public boolean needed() {
    return setting.always() && setting.initial() == null && !kept;
  }

  /** Whether it is needed as long as nothing else is chosen. */
  public boolean usuallyNeeded() {
    return setting.required() && setting.initial() == null && !kept;
  }

  /** What can be chosen; empty where it is written. */
  public List<Option> options(Words words) {
    return switch (setting.kind()) {
      case CHOICE -> setting.choices().stream().map(choice -> new Option(choice, choice)).toList();
      case FLAG ->
          List.of(
              new Option("true", words.say("connections.yes")),
              new Option("false", words.say("connections.no")));
      case TEXT, SECRET, URL, NUMBER -> List.of();
    };
  }

  /** The type of the input element. */
  public String type() {
    return switch (setting.kind()) {
      case SECRET -> "password";
      case URL -> "url";
      case TEXT, NUMBER, FLAG, CHOICE -> "text";
    };
  }

  /** The elements that describe the field, for those who cannot see them beside it. */
  public String describedBy() {
    String hint = "hint-" + id();
    return error == null ? hint : hint + " error-" + id();
  }
}
