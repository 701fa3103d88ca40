package org.dunlin.connectors.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.dunlin.connectors.Refusal;
import org.jspecify.annotations.Nullable;

/** The lines of a file, ended by LF, CR LF or CR, also where these are mixed. */
public final class TextLines {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /** Older programs end a file with it. */
  private static final byte CONTROL_Z = 0x1a;

  private final InputStream stream;
  private final int mostBytes;
  private final TextEncoding encoding = new TextEncoding();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private byte[] line = new byte[256];
  private int length;
  private int position;
  private int limit;
  private int number;
  private boolean afterReturn;

  /**
   * The lines of this stream.
   *
   * @param mostBytes of a line; a longer one refuses the file
   */
  public TextLines(InputStream stream, int mostBytes) {
    this.stream = stream;
    this.mostBytes = mostBytes;
  }

  /** The next line without what ends it; null after the last one. */
  public @Nullable String next() throws IOException {
    length = 0;
    boolean any = false;
    boolean ended = false;
    while (!ended && fill()) {
      byte value = buffer[position++];
      if (value == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      any = true;
      afterReturn = value == '\r';
      ended = value == '\n' || value == '\r';
      if (!ended) {
        append(value);
      }
    }
    if (!any) {
      return null;
    }
    number++;
    return encoding.decode(unmarked(), length);
  }

  /** The number of the last line, from 1. */
  public int number() {
    return number;
  }

  /** The encoding of what came so far. */
  public Charset encoding() {
    return encoding.found();
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, stream.readNBytes(buffer, 0, buffer.length));
    }
    return limit > 0;
  }

  private void append(byte value) {
    if (length == mostBytes) {
      throw new Refusal(
          "LINE_TOO_LONG",
          number + 1,
          "the line has more than "
              + mostBytes
              + " bytes, so the file is damaged or of another kind; ask for it again");
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, length * 2);
    }
    line[length++] = value;
  }

  /** Takes off the mark at the beginning of the file and the one at its end. */
  private byte[] unmarked() {
    int mark = UTF_8_MARK.length;
    if (number == 1 && length >= mark && Arrays.equals(line, 0, mark, UTF_8_MARK, 0, mark)) {
      System.arraycopy(line, mark, line, 0, length - mark);
      length -= mark;
    }
    if (length > 0 && line[length - 1] == CONTROL_Z) {
      length--;
    }
    return line;
  }
}
