package org.dunlin.connectors.ofx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The part of a file that is looked at: texts and tags lie in it as a whole, if they are not huge.
 */
final class Window {
  /** Longer than any tag of OFX; what goes on beyond it is none. */
  private static final int TAG_BYTES_MAX = 256;

  private static final int BYTES = 64 * 1024;

  private final InputStream file;
  private final byte[] bytes = new byte[BYTES];
  private int position;
  private int limit;
  private boolean drained;

  Window(InputStream file) {
    this.file = file;
  }

  /** Makes a tag and, where there are as many, some thousand bytes be there; false at the end. */
  boolean isFilled() throws IOException {
    if (!drained && limit - position <= TAG_BYTES_MAX) {
      refill();
    }
    return position < limit;
  }

  byte[] bytes() {
    return bytes;
  }

  int position() {
    return position;
  }

  byte first() {
    return bytes[position];
  }

  void skip(int count) {
    position += count;
  }

  /** How long the text is up to the next tag. */
  int text() throws IOException {
    return textTo((byte) '<');
  }

  /** How long the text is up to this byte; one that fills the window is cut, at a blank if any. */
  int textTo(byte end) throws IOException {
    int length = lengthTo(end);
    if (position + length == limit && !drained) {
      refill();
      length = lengthTo(end);
    }
    return position + length < limit || drained ? length : cut(length);
  }

  /** What stands up to the end of a tag, or as much of it as a tag may be long. */
  String tag() {
    int most = Math.min(limit, position + TAG_BYTES_MAX);
    int end = position + 1;
    while (end < most && bytes[end] != '>' && bytes[end] != '<') {
      end++;
    }
    boolean closed = end < most && bytes[end] == '>';
    return shown(end - position + (closed ? 1 : 0));
  }

  boolean startsWith(String text) {
    return text.length() <= limit - position && shown(text.length()).equals(text);
  }

  /** The next bytes, each as one character. */
  String shown(int length) {
    return new String(bytes, position, length, StandardCharsets.ISO_8859_1);
  }

  private int lengthTo(byte end) {
    int at = position;
    while (at < limit && bytes[at] != end) {
      at++;
    }
    return at - position;
  }

  private int cut(int length) {
    int at = length;
    while (at > 0 && bytes[position + at - 1] != ' ') {
      at--;
    }
    return at == 0 ? length : at;
  }

  private void refill() throws IOException {
    System.arraycopy(bytes, position, bytes, 0, limit - position);
    limit -= position;
    position = 0;
    int read = file.readNBytes(bytes, limit, BYTES - limit);
    limit += read;
    drained = limit < BYTES;
  }
}
