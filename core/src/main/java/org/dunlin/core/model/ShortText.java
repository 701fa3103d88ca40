package org.dunlin.core.model;

/** What somebody wrote, as a sentence about it quotes it: never longer than a person reads. */
public final class ShortText {
  private static final int LONGEST = 60;

  private ShortText() {}

  /** The text, or its beginning with an ellipsis where it is longer than 60 characters. */
  public static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean whole = !Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, whole ? LONGEST : LONGEST - 1) + "…";
  }
}
