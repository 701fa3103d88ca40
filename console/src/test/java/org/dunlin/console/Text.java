package org.dunlin.console;

/** A page as somebody reads it. */
final class Text {
  private Text() {}

  /** Its text, the tags left out and all spaces made one. */
  static String of(String page) {
    return page.replaceAll("<[^>]*>", " ").replace("&amp;", "&").replaceAll("[\\s\u00a0]+", " ");
  }

  /** The page at this path. */
  static String at(String path) {
    return of(Browser.signedIn().open(path).body());
  }
}
