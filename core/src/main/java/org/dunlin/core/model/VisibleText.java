package org.dunlin.core.model;

/**
 * Text without marks that nobody sees and that can make it read otherwise than it is written, or
 * unlike another that looks the same: those that turn the direction (Unicode Standard Annex #9,
 * section 2), and blanks and hyphens without width. The joiners stay, which scripts need.
 */
public final class VisibleText {
  private VisibleText() {}

  /** The text without such marks. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (invisible(text.charAt(i))) {
        return without(text, i);
      }
    }
    return text;
  }

  private static String without(String text, int first) {
    StringBuilder visible = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first + 1; i < text.length(); i++) {
      if (!invisible(text.charAt(i))) {
        visible.append(text.charAt(i));
      }
    }
    return visible.toString();
  }

  private static boolean invisible(char character) {
    return character >= '\u00AD'
        && (character == '\u00AD'
            || character == '\u061C'
            || character == '\u200B'
            || character == '\u200E'
            || character == '\u200F'
            || character >= '\u202A' && character <= '\u202E'
            || character >= '\u2060' && character <= '\u206F'
            || character == '\uFEFF');
  }
}
