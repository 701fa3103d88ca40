package org.dunlin.routes.road;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of an HTML text, without its marks. It is read once from front to back. */
final class HtmlWords {
  private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title");
  private static final Set<String> LINES =
      Set.of("br", "p", "div", "tr", "li", "table", "blockquote", "h1", "h2", "h3", "h4", "hr");
  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
  private static final int LONGEST_REFERENCE = 10;

  private final String html;
  private final StringBuilder words = new StringBuilder();
  private int at;

  private HtmlWords(String html) {
    this.html = html;
  }

  /** Line by line; empty where it has no words. */
  static String of(String html) {
    HtmlWords read = new HtmlWords(html);
    while (read.at < html.length()) {
      read.next();
    }
    return read.words
        .toString()
        .replaceAll("[ \\t\\u00a0]+", " ")
        .replaceAll(" ?\\n ?", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  private void next() {
    char here = html.charAt(at);
    if (html.startsWith("<!--", at)) {
      at = behind("-->", at + 4);
    } else if (here == '<' && at + 1 < html.length() && isMark(html.charAt(at + 1))) {
      mark();
    } else if (here == '&') {
      reference();
    } else {
      words.append(Character.isWhitespace(here) ? ' ' : here);
      at++;
    }
  }

  private static boolean isMark(char second) {
    return Character.isLetter(second) || second == '/' || second == '!' || second == '?';
  }

  private void mark() {
    boolean ends = html.charAt(at + 1) == '/';
    int from = at + (ends ? 2 : 1);
    int to = from;
    while (to < html.length() && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    String name = html.substring(from, to).toLowerCase(Locale.ROOT);
    at = behind(">", to);
    if (LINES.contains(name)) {
      words.append('\n');
    } else if (UNSEEN.contains(name) && !ends) {
      skipTo("</" + name);
    } else if (name.equals("td") || name.equals("th")) {
      words.append(' ');
    }
  }

  private void skipTo(String end) {
    while (at < html.length() && !html.regionMatches(true, at, end, 0, end.length())) {
      at++;
    }
  }

  private void reference() {
    int end = html.indexOf(';', at, Math.min(html.length(), at + LONGEST_REFERENCE));
    String meant = end < 0 ? "" : meant(html.substring(at + 1, end));
    words.append(meant.isEmpty() ? "&" : meant);
    at = meant.isEmpty() ? at + 1 : end + 1;
  }

  /** Empty where it is none that is known. */
  private static String meant(String name) {
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, "");
    }
    boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
    try {
      int point = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
      return Character.isValidCodePoint(point) && !Character.isISOControl(point)
          ? Character.toString(point)
          : " ";
    } catch (NumberFormatException e) {
      return "";
    }
  }

  private int behind(String end, int from) {
    int found = html.indexOf(end, from);
    return found < 0 ? html.length() : found + end.length();
  }
}
