package org.dunlin.connectors.ofx;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of OFX 1. Headers often name another encoding than the file is in: what is UTF-8 is never
 * anything else by chance; else the header counts, else Windows-1252.
 */
final class SgmlText {
  private static final Pattern CHARSET = Pattern.compile("\\bCHARSET\\s*:\\s*([\\w-]+)");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:(amp|lt|gt|quot|apos|nbsp)|#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6}));");

  private Charset declared = Charset.forName("windows-1252");
  private Charset found = StandardCharsets.US_ASCII;

  /** What the texts have been in so far; US-ASCII where nothing is beyond that. */
  Charset found() {
    return found;
  }

  /** Looks for the encoding in a part of the header. */
  void header(String part) {
    Matcher charset = CHARSET.matcher(part);
    if (charset.find()) {
      declared =
          switch (charset.group(1).toUpperCase(Locale.ROOT)) {
            case "850", "CP850", "IBM850" -> Charset.forName("IBM850");
            case "8859-15", "ISO-8859-15" -> Charset.forName("ISO-8859-15");
            default -> Charset.forName("windows-1252"); // of which ISO 8859-1 is a part
          };
    }
  }

  /**
   * Writes a text as XML writes it.
   *
   * @param literal whether an ampersand in it is just that
   */
  void append(byte[] bytes, int from, int length, boolean literal, StringBuilder xml) {
    if (isPlain(bytes, from, length)) {
      for (int i = from; i < from + length; i++) {
        xml.append((char) bytes[i]);
      }
      return;
    }
    String text = decoded(bytes, from, length);
    Matcher entity = ENTITY.matcher(text);
    int i = 0;
    while (i < text.length()) {
      int character = text.codePointAt(i);
      if (character == '&' && !literal && entity.region(i, text.length()).lookingAt()) {
        append(meant(entity), xml);
        i = entity.end();
      } else {
        append(character, xml);
        i += Character.charCount(character);
      }
    }
  }

  /** Whether XML writes it as it stands. */
  private static boolean isPlain(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      byte each = bytes[i];
      boolean plain = each >= ' ' && each != '&' && each != '<' && each != '>' && each != 0x7f;
      if (!plain && each != '\n') {
        return false;
      }
    }
    return true;
  }

  private String decoded(byte[] bytes, int from, int length) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, length))
              .toString();
      boolean beyondAscii = text.length() < length;
      found = beyondAscii && found != declared ? StandardCharsets.UTF_8 : found;
      return text;
    } catch (CharacterCodingException e) {
      found = declared;
      return new String(bytes, from, length, declared);
    }
  }

  private static int meant(Matcher entity) {
    if (entity.group(2) != null) {
      return Integer.parseInt(entity.group(2));
    }
    if (entity.group(3) != null) {
      return Integer.parseInt(entity.group(3), 16);
    }
    return switch (entity.group(1)) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "nbsp" -> ' ';
      default -> '&';
    };
  }

  private static void append(int character, StringBuilder xml) {
    switch (character) {
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '&' -> xml.append("&amp;");
      default -> {
        if (isOfXml(character)) {
          xml.appendCodePoint(character);
        } else {
          xml.append(' ');
        }
      }
    }
  }

  /** The characters that XML 1.0 allows (section 2.2), without the control characters of C1. */
  private static boolean isOfXml(int character) {
    return character == '\n'
        || (character >= ' ' && character < 0x7f)
        || (character >= 0xa0 && character <= 0xd7ff)
        || (character >= 0xe000 && character <= 0xfffd)
        || (character >= 0x10000 && character <= Character.MAX_CODE_POINT);
  }
}
