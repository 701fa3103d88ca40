package org.dunlin.connectors.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Decides in which encoding a file is, from the bytes beyond ASCII that have come so far. What is
 * UTF-8 is never anything else by chance. Of the others, Windows-1252 and ISO 8859-1 have their
 * letters above 0xC0 and CP850, of DOS programs, its own between 0x80 and 0xA5, where the former
 * have none; so letters beside such a byte tell. Where nothing tells, Windows-1252 counts, of which
 * ISO 8859-1 is a part.
 */
public final class TextEncoding {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset DOS = Charset.forName("IBM850");

  private int windowsLetters;
  private int dosLetters;
  private Charset found = StandardCharsets.US_ASCII;

  /** The text of one line, whose bytes are part of what the decision rests on. */
  String decode(byte[] bytes, int length) {
    if (isAscii(bytes, length)) {
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      found = StandardCharsets.UTF_8;
      return text;
    } catch (CharacterCodingException e) {
      weigh(bytes, length);
      found = dosLetters > windowsLetters ? DOS : WINDOWS;
      return new String(bytes, 0, length, found);
    }
  }

  /** What the last line beyond ASCII was in. */
  public Charset found() {
    return found;
  }

  private static boolean isAscii(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private void weigh(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      int value = bytes[i] & 0xff;
      boolean inWord = i > 0 && letter(bytes[i - 1]) || i + 1 < length && letter(bytes[i + 1]);
      if (value >= 0xc0 && inWord) {
        windowsLetters++;
      } else if (value >= 0x80 && value <= 0xa5 && inWord) {
        dosLetters++;
      }
    }
  }

  private static boolean letter(byte value) {
    return value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z';
  }
}
