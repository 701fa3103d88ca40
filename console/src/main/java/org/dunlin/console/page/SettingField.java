package org.dunlin.console.page;

import java.util.List;
import java.util.Set;
import org.dunlin.console.page.FormField.Option;
import org.dunlin.console.words.Words;
import org.dunlin.work.offer.AskedSetting;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a program as a form shows it.
 *
 * @param ofRoad whether it is of a road, whose words the hub has itself
 * @param text what stands in it; of a secret always empty
 * @param kept whether a secret is kept already
 * @param fixed whether the settings file says it, so that it cannot be changed here
 * @param error why what was entered cannot be used
 */
public record SettingField(
    AskedSetting setting,
    boolean ofRoad,
    String text,
    boolean kept,
    boolean fixed,
    @Nullable String error) {
  /** What the names of such fields begin with, so that they meet no other of a form. */
  static final String PREFIX = "setting.";

  private static final Set<String> SEVERAL_LINES =
      Set.of(
          "privateKey",
          "hostKey",
          "certificate",
          "description",
          "bankAccounts",
          "differenceAccounts");

  /** Whether it has several lines, as a key has. */
  public boolean severalLines() {
    return ofRoad && SEVERAL_LINES.contains(setting.name());
  }

  /** What it is called; the label that its program gives is English. */
  public String label(Words words) {
    return ofRoad
        ? words.find("road." + setting.name() + ".label").orElse(setting.label())
        : setting.label();
  }

  /** Where a person finds it, in their language where the hub itself says it. */
  public @Nullable String help(Words words) {
    return ofRoad ? words.find(helpKey()).orElse(setting.help()) : setting.help();
  }

  /** What a choice means depends on what there is to choose. */
  private String helpKey() {
    boolean tls = setting.name().equals("security") && !setting.choices().isEmpty();
    return "road." + setting.name() + (tls ? "." + setting.choices().getLast() : "") + ".help";
  }

  /** The language of label and help; absent where it is that of the page. */
  public @Nullable String language() {
    return ofRoad ? null : "en";
  }

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
