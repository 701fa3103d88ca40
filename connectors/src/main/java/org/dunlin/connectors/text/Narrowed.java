package org.dunlin.connectors.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A file of two bytes a character as one in UTF-8. */
final class Narrowed extends InputStream {
  private static final int CHARACTERS = 8 * 1024;

  private final Reader reader;
  private final char[] characters = new char[CHARACTERS];
  private byte[] bytes = new byte[0];
  private int position;

  Narrowed(InputStream wide, Charset order) {
    reader = new InputStreamReader(wide, order);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int taken = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, into, offset, taken);
    position += taken;
    return taken;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Two characters that are one letter are never cut apart. */
  private boolean fill() throws IOException {
    if (position < bytes.length) {
      return true;
    }
    int count = reader.read(characters, 0, CHARACTERS - 1);
    if (count < 0) {
      return false;
    }
    if (Character.isHighSurrogate(characters[count - 1])) {
      int low = reader.read();
      if (low >= 0) {
        characters[count++] = (char) low;
      }
    }
    bytes = new String(characters, 0, count).getBytes(StandardCharsets.UTF_8);
    position = 0;
    return true;
  }
}
