package org.dunlin.work.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings that may be set in the console, each with its form. Not among them are secrets, what
 * the hub needs before its database is open, and what says who may reach it.
 */
public final class ConsoleSettings {
  private static final Map<String, SettingForm> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put("dunlin.sweep", SettingForm.DURATION);
    FORMS.put("dunlin.folder-poll", SettingForm.DURATION);
    FORMS.put("dunlin.folder-settle", SettingForm.DURATION);
    FORMS.put("dunlin.largest-file", SettingForm.SIZE);
    FORMS.put("dunlin.breaker-floor", SettingForm.COUNT);
    FORMS.put("dunlin.attachments", SettingForm.SIZE);
    FORMS.put("dunlin.retention.statements", SettingForm.NUMBER);
    FORMS.put("dunlin.retention.invoices", SettingForm.NUMBER);
    FORMS.put("dunlin.retention.refused", SettingForm.NUMBER);
    FORMS.put("dunlin.retention.messages", SettingForm.NUMBER);
    FORMS.put("dunlin.retention.journal", SettingForm.NUMBER);
    FORMS.put("dunlin.smtp.host", SettingForm.HOST);
    FORMS.put("dunlin.smtp.port", SettingForm.PORT);
    FORMS.put("dunlin.smtp.user", SettingForm.USER);
    FORMS.put("dunlin.smtp.from", SettingForm.ADDRESS);
    FORMS.put("dunlin.smtp.start-tls", SettingForm.SWITCH);
    FORMS.put("dunlin.smtp.implicit-tls", SettingForm.SWITCH);
    FORMS.put("dunlin.backup.nightly", SettingForm.SWITCH);
    FORMS.put("dunlin.backup.at", SettingForm.TIME);
    FORMS.put("dunlin.backup.keep-days", SettingForm.NUMBER);
    FORMS.put("dunlin.backup.keep-weeks", SettingForm.COUNT);
    FORMS.put("dunlin.public.largest-push", SettingForm.SIZE);
    FORMS.put("dunlin.manage.ready-lag", SettingForm.DURATION);
  }

  private ConsoleSettings() {}

  /** The form of a setting; empty where the console does not set it. */
  public static Optional<SettingForm> form(String name) {
    return Optional.ofNullable(FORMS.get(name));
  }

  /** Of what was kept, all that still is of its form: what an update made stricter is left out. */
  public static Map<String, String> sound(Map<String, String> kept) {
    Map<String, String> sound = new LinkedHashMap<>();
    kept.forEach(
        (name, value) -> {
          if (form(name).filter(form -> form.takes(value)).isPresent()) {
            sound.put(name, value);
          }
        });
    return sound;
  }
}
