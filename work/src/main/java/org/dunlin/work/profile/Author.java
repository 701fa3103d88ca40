package org.dunlin.work.profile;

import org.dunlin.store.company.SettingOrigin;

/**
 * Who changes a profile.
 *
 * @param name as the journal names them
 */
public record Author(SettingOrigin.Kind kind, String name) {
  /** What the journal calls the settings file. */
  public static final Author SETTINGS = new Author(SettingOrigin.Kind.FILE, "settings");

  /** A person on a page. */
  public static Author onPage(String name) {
    return new Author(SettingOrigin.Kind.CONSOLE, name);
  }

  /** A person or program over the API. */
  public static Author overApi(String name) {
    return new Author(SettingOrigin.Kind.API, name);
  }
}
