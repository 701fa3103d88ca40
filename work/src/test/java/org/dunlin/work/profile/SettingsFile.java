package org.dunlin.work.profile;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.brand.Logo;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.work.profile.SaidCompany.Said;
import org.jspecify.annotations.Nullable;

/** What a settings file says of one company, each field on a line of its own. */
final class SettingsFile {
  private final String id;
  private final Map<ProfileField, Said> fields = new EnumMap<>(ProfileField.class);
  private final Map<Rule, Said> rules = new EnumMap<>(Rule.class);
  private final Map<String, Said> folders = new LinkedHashMap<>();
  private @Nullable Logo logo;
  private @Nullable String anyway;
  private int line = 2;

  SettingsFile(String id) {
    this.id = id;
  }

  /** As much as a new company needs. */
  static SettingsFile of(String id) {
    return new SettingsFile(id)
        .say(ProfileField.NAME, "Company " + id)
        .say(ProfileField.COUNTRY, "NL")
        .say(ProfileField.REPLY_TO, "ar@" + id + ".example");
  }

  SettingsFile say(ProfileField field, String text) {
    fields.put(field, new Said(text, place()));
    return this;
  }

  SettingsFile say(Rule rule, String text) {
    rules.put(rule, new Said(text, place()));
    return this;
  }

  SettingsFile logo(Logo picture) {
    logo = picture;
    return say(ProfileField.LOGO, "logo.png");
  }

  SettingsFile folder(String connection, String path) {
    folders.put(connection, new Said(path, place()));
    return this;
  }

  /** Has it go live whatever is open. */
  SettingsFile insist(String why) {
    anyway = why;
    return this;
  }

  SettingsFile emptyLine() {
    line++;
    return this;
  }

  SaidCompany company() {
    return new SaidCompany(id, fields, logo, rules, folders, Set.of(), null, anyway);
  }

  private String place() {
    return "dunlin.yaml, line " + ++line;
  }
}
