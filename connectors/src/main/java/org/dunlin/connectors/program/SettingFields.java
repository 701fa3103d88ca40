package org.dunlin.connectors.program;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What an admin fills in. */
final class SettingFields {
  private SettingFields() {}

  static void read(Part manifest) {
    Map<String, Setting> settings = manifest.reading().settings();
    for (Part part : manifest.parts("settings")) {
      Setting setting = setting(part);
      if (settings.put(setting.name(), setting) != null) {
        part.fault("name", "two settings are called " + setting.name() + "; rename one.");
      }
    }
    if (manifest.part("effects").part("payment").has("account")) {
      byItself(manifest, ClearingAccounts.SETTING);
    }
    if (manifest.part("effects").has("fee")) {
      byItself(manifest, ClearingAccounts.FEES);
    }
    if (manifest.part("authorisation").text("kind").equals("oauth2")) {
      own(manifest, "clientId", "Client id", SettingType.TEXT);
      own(manifest, "clientSecret", "Client secret", SettingType.SECRET);
    }
  }

  private static void byItself(Part manifest, Setting setting) {
    if (manifest.reading().settings().putIfAbsent(setting.name(), setting) != null) {
      manifest.fault(
          "settings", "the setting " + setting.name() + " is there without saying so; remove it.");
    }
  }

  /** The credentials of the connection's own app, which every oauth2 manifest has. */
  private static void own(Part manifest, String name, String label, SettingType type) {
    Setting setting =
        new Setting(
            name,
            label,
            "Of the app that you have made at the program for this hub.",
            type,
            true,
            false,
            null,
            List.of(),
            null,
            null);
    if (manifest.reading().settings().putIfAbsent(name, setting) != null) {
      manifest.fault("settings", "the setting " + name + " is there without saying so; remove it.");
    }
  }

  private static Setting setting(Part part) {
    SettingType type = SettingType.valueOf(part.text("type").toUpperCase(Locale.ROOT));
    List<String> choices = part.texts("choices");
    String pattern = part.optionalText("pattern");
    String initial = part.optionalText("default");
    if (pattern != null && type != SettingType.TEXT) {
      part.fault("pattern", "only a setting of the type text has a pattern.");
    }
    if (choices.isEmpty() == (type == SettingType.CHOICE)) {
      part.fault("a setting of the type choice has choices, and no other has.");
    }
    if (type == SettingType.SECRET && initial != null) {
      part.fault("default", "a secret has no default.");
    }
    if (type == SettingType.SECRET && part.flag("books", false)) {
      part.fault("books", "a secret is renewed and does not name the books.");
    }
    Setting setting =
        new Setting(
            part.text("name"),
            part.text("label"),
            part.optionalText("help"),
            type,
            part.flag("required", false),
            part.flag("books", false),
            compiled(part, pattern),
            choices,
            initial,
            part.optionalText("example"));
    if (initial != null) {
      setting
          .refusal(initial)
          .ifPresent(reason -> part.fault("default", "the default does not fit: " + reason));
    }
    return setting;
  }

  private static @Nullable String compiled(Part part, @Nullable String pattern) {
    try {
      return pattern == null ? null : Pattern.compile(pattern).pattern();
    } catch (PatternSyntaxException e) {
      part.fault("pattern", "this is no regular expression: " + e.getDescription() + ".");
      return null;
    }
  }
}
