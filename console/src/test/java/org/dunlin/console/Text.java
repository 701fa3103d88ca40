package org.dunlin.console;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page says. */
final class Text {
  private Text() {}

  /** The text of a page, its tags left out and its spaces made one. */
  static String of(HttpResponse<String> page) {
    return of(page.body());
  }

  static String of(String page) {
    return page.replaceAll("<[^>]*>", " ").replace("&amp;", "&").replaceAll("[\\s\u00a0]+", " ");
  }

  /** Where the link leads that has this word. */
  static String link(String page, String word) {
    Matcher link =
        Pattern.compile("href=\"([^\"]+)\"[^>]*>" + Pattern.quote(word) + "<").matcher(page);
    if (!link.find()) {
      throw new AssertionError("there is no link " + word);
    }
    return link.group(1).replace("&amp;", "&");
  }
}
