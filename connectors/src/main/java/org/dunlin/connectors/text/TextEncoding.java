package org.dunlin.connectors.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Decides in which encoding a file is, from its bytes beyond ASCII. A line that is UTF-8 is never
 * anything else by chance; which of the encodings of one byte a character the others are in, {@link
 * SingleByteEvidence} weighs over all that came so far, the piece of the file around the line
 * included.
 */
public final class TextEncoding {
  private final SingleByteEvidence evidence = new SingleByteEvidence();
  private boolean marked;
  private boolean wide;

  /** Whether all that came so far is ASCII, so that no line of it has to be looked at. */
  private boolean ascii = true;

  private long unicodeLines;
  private long singleByteLines;

  /** The beginning of a file as text, for who recognises formats by it. */
  public static String head(byte[] head) {
    try (InputStream stream = UnicodeMark.opened(new ByteArrayInputStream(head)).stream()) {
      byte[] bytes = stream.readAllBytes();
      TextEncoding encoding = new TextEncoding();
      encoding.weigh(bytes, bytes.length);
      return encoding.decode(bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What people call an encoding. */
  public static String named(Charset encoding) {
    return switch (encoding.name()) {
      case "US-ASCII" -> "ASCII";
      case "windows-1252" -> "Windows-1252";
      case "IBM850" -> "CP850";
      case String other -> other;
    };
  }

  /** What the file has been in so far; US-ASCII where nothing is beyond that. */
  public Charset found() {
    if (wide) {
      return StandardCharsets.UTF_16;
    }
    if (singleByteLines > unicodeLines) {
      return evidence.found();
    }
    return marked || unicodeLines > 0 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
  }

  /** Takes the mark at the beginning of the file for what it says. */
  void marked(UnicodeMark mark) {
    marked = mark.present();
    wide = mark.wide();
  }

  /** Looks at a piece of the file before its lines are decoded. */
  void weigh(byte[] piece, int length) {
    if (!isAscii(piece, 0, length)) {
      ascii = false;
      evidence.weigh(piece, length);
    }
  }

  /** The text of one line, without the control characters that no text has. */
  String decode(byte[] bytes, int from, int length) {
    if (ascii || isAscii(bytes, from, length)) {
      return printable(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
    }
    try {
      ByteBuffer line = ByteBuffer.wrap(bytes, from, length);
      String text = StandardCharsets.UTF_8.newDecoder().decode(line).toString();
      unicodeLines++;
      return printable(text);
    } catch (CharacterCodingException e) {
      singleByteLines++;
      return printable(new String(bytes, from, length, evidence.found()));
    }
  }

  private static boolean isAscii(byte[] bytes, int from, int length) {
    int all = 0;
    for (int i = from; i < from + length; i++) {
      all |= bytes[i];
    }
    return all >= 0;
  }

  /** No database keeps the character zero, and nobody reads it. */
  private static String printable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', ' ');
  }
}
