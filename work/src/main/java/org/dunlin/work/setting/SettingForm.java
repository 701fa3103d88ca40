package org.dunlin.work.setting;

import java.util.regex.Pattern;

/** Of which form a setting is, as the file and the console write it. */
public enum SettingForm {
  /** Such as {@code 5s}, {@code 500ms} or {@code 15m}. */
  DURATION("[1-9][0-9]{0,5}(ms|s|m|h)"),
  /** Such as {@code 7MB}. */
  SIZE("[1-9][0-9]{0,5}(KB|MB|GB)"),
  /** One or more. */
  NUMBER("[1-9][0-9]{0,4}"),
  /** Nothing or more. */
  COUNT("0|[1-9][0-9]{0,4}"),
  /** A port of a machine. */
  PORT("[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]"),
  /** Yes or no. */
  SWITCH("true|false"),
  /** A time of day, such as {@code 02:30}. */
  TIME("([01][0-9]|2[0-3]):[0-5][0-9]"),
  /** The name of a machine. */
  HOST("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"),
  /** Who signs in at a mail server. */
  USER("[^\\p{Cntrl}\\s]{1,200}"),
  /** An e-mail address. */
  ADDRESS("[^\\s@<>\"]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

  private final Pattern pattern;

  SettingForm(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /**
   * Whether a text is of this form; none that names another setting is, as in <code>${…}</code>,
   * since what stands for it could be a secret.
   */
  public boolean takes(String text) {
    return !text.contains("${") && pattern.matcher(text).matches();
  }
}
