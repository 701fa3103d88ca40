package org.dunlin.work.setting;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  private static final String PASSWORD = "dunlin.smtp.password";

  /** Whoever says these says who gets the password. */
  private static final Set<String> BESIDE_PASSWORD =
      Set.of(
          "dunlin.smtp.host",
          "dunlin.smtp.port",
          "dunlin.smtp.start-tls",
          "dunlin.smtp.implicit-tls");

  private ConsoleSettings() {}

  /**
   * What the console does not set where these are written elsewhere: these, and with the password
   * of the mail server to whom it is given.
   */
  public static Set<String> fixedBy(Set<String> written) {
    Set<String> fixed = new HashSet<>(written);
    if (written.contains(PASSWORD)) {
      fixed.addAll(BESIDE_PASSWORD);
    }
    return fixed;
  }

  /** The form of a setting; empty where the console does not set it. */
  public static Optional<SettingForm> form(String name) {
    return Optional.ofNullable(FORMS.get(name));
  }

  /**
   * Of what was kept, all that still is of its form, and not fixed by what is written elsewhere:
   * what an update made stricter is left out.
   */
  public static Map<String, String> sound(Map<String, String> kept, Set<String> written) {
    Map<String, String> sound = new LinkedHashMap<>();
    Set<String> fixed = fixedBy(written);
    kept.forEach(
        (name, value) -> {
          if (!fixed.contains(name) && form(name).filter(form -> form.takes(value)).isPresent()) {
            sound.put(name, value);
          }
        });
    return sound;
  }
}
