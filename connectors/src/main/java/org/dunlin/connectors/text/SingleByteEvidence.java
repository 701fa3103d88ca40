package org.dunlin.connectors.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Weighs which encoding of one byte a character a text is in. CP850, of DOS programs, has its
 * letters between 0x80 and 0xA5. Windows-1252 and the ISO encodings have theirs from 0xC0 on;
 * between 0x80 and 0x9F the former has quotes, dashes and a few letters, the latter nothing. ISO
 * 8859-15 is 8859-1 but for eight characters, of which 8859-1 has signs that no bank writes. Where
 * nothing tells, ISO 8859-1 counts, which is Windows-1252 without what tells them apart.
 */
final class SingleByteEvidence {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");
  private static final Charset DOS = Charset.forName("IBM850");

  /**
   * When each character from 0x80 on is one of CP850: '!' always, since Windows-1252 has none
   * there; 'w' beside a letter, 'm' between letters, 'b' behind one, 'a' before one, 'l' behind a
   * small one, by what Windows-1252 has there (a quote opens a word, a dash stands alone). Behind a
   * small letter 'u' is one of Windows-1252, and so is 'x' beside any.
   */
  private static final String RULES = "m!bmbmmwwwlml!a!" + "!-mmmmmmwaumx!x-";

  private static final int DECISIVE = 4;

  /** The euro of 8859-15 is a sign of no currency in the others. */
  private static final int EURO_OF_LATIN_9 = 0xa4;

  /** Š, š, Ž, ž, Œ, œ and Ÿ of 8859-15; broken bars, accents and fractions in the others. */
  private static final String LATIN_9_LETTERS = "\u00a6\u00a8\u00b4\u00b8\u00bc\u00bd\u00be";

  /** The last letter of the lower range of CP850. */
  private static final int LAST_OF_DOS = 0xa5;

  private static final int FIRST_OF_LATIN = 0xc0;

  /** No letters in 8859-1, or letters in both: ×, ÷, and á that is ß in CP850. */
  private static final String SAY_NOTHING = "\u00d7\u00f7\u00e1";

  /** Ends "n°" in CP850, and ø in the others, which ends no word but a few. */
  private static final int DEGREE_OF_DOS = 0xf8;

  private long dos;
  private long latin;
  private long windowsOnly;
  private long latin9Only;

  /** Adds what the bytes say. */
  void weigh(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] < 0) {
        byte before = i > 0 ? bytes[i - 1] : 0;
        byte after = i + 1 < length ? bytes[i + 1] : 0;
        weigh(bytes[i] & 0xff, before, after);
      }
    }
  }

  /** The likeliest encoding so far. */
  Charset found() {
    if (dos > latin) {
      return DOS;
    }
    if (windowsOnly > 0) {
      return WINDOWS;
    }
    return latin9Only > 0 ? LATIN_9 : StandardCharsets.ISO_8859_1;
  }

  private void weigh(int value, byte before, byte after) {
    boolean inWord = letter(before) || letter(after);
    if (value < 0x80 + RULES.length()) {
      windowsOnly++;
      byRule(RULES.charAt(value - 0x80), before, after);
    } else if (value == EURO_OF_LATIN_9 && !inWord) {
      latin9Only++;
    } else if (value <= LAST_OF_DOS) {
      dos += letter(before) && letter(after) ? 1 : 0;
    } else if (LATIN_9_LETTERS.indexOf(value) >= 0 && inWord) {
      latin9Only++;
    } else if (value >= FIRST_OF_LATIN && SAY_NOTHING.indexOf(value) < 0) {
      latin += value == DEGREE_OF_DOS ? (letter(after) ? 1 : 0) : (inWord ? 1 : 0);
    }
  }

  private void byRule(char rule, byte before, byte after) {
    boolean inWord = letter(before) || letter(after);
    switch (rule) {
      case '!' -> dos += inWord ? DECISIVE : 1;
      case 'w' -> dos += inWord ? 1 : 0;
      case 'm' -> dos += letter(before) && letter(after) ? 1 : 0;
      case 'b' -> dos += letter(before) ? 1 : 0;
      case 'a' -> dos += letter(after) ? 1 : 0;
      case 'l' -> dos += small(before) ? 1 : 0;
      case 'u' -> {
        latin += small(before) ? 1 : 0;
        dos += !small(before) && letter(after) ? 1 : 0;
      }
      case 'x' -> latin += inWord ? 1 : 0;
      default -> {
        // the apostrophe of Windows-1252 stands where letters do
      }
    }
  }

  private static boolean letter(byte value) {
    return small(value) || value >= 'A' && value <= 'Z';
  }

  private static boolean small(byte value) {
    return value >= 'a' && value <= 'z';
  }
}
