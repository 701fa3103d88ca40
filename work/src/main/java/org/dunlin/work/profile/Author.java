package org.dunlin.work.profile;

import org.dunlin.store.company.SettingOrigin;

/**
 * Who changes a profile.
 *
 * @param name as the journal names them
 * @param forOneCompany whether they may act for this company, or some, alone
 */
public record Author(SettingOrigin.Kind kind, String name, boolean forOneCompany) {
  /** What the journal calls the settings file. */
  public static final Author SETTINGS = new Author(SettingOrigin.Kind.FILE, "settings", false);

  /** A person on a page. */
  public static Author onPage(String name) {
    return new Author(SettingOrigin.Kind.CONSOLE, name, false);
  }

  /** A person on a page who may act for some companies alone. */
  public static Author onPageForSome(String name) {
    return new Author(SettingOrigin.Kind.CONSOLE, name, true);
  }

  /** A person or program over the API that may act for all companies. */
  public static Author overApi(String name) {
    return new Author(SettingOrigin.Kind.API, name, false);
  }

  /** A program over the API that may act for this company alone. */
  public static Author overApiForOne(String name) {
    return new Author(SettingOrigin.Kind.API, name, true);
  }
}
