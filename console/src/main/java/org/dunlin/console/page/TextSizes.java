package org.dunlin.console.page;

import org.dunlin.console.words.Words;
import org.dunlin.core.message.TextSize;

/** How large a text is, in words: what it costs grows with its parts. */
public final class TextSizes {
  private TextSizes() {}

  /** Such as "142 characters, 1 part, in the alphabet of text messages". */
  public static String said(Words words, String text) {
    TextSize size = TextSize.of(text);
    return words.say("messages.text.size", size.characters(), size.parts())
        + ", "
        + words.say(size.plain() ? "messages.text.size.plain" : "messages.text.size.other");
  }
}
