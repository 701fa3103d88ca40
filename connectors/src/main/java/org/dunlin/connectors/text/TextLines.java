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

  /** Older programs end a file with it. */
  private static final byte CONTROL_Z = 0x1a;

  private final int mostBytes;
  private final TextEncoding encoding = new TextEncoding();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final InputStream file;
  private @Nullable InputStream unmarked;
  private byte[] carried = new byte[256];
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
    this.file = stream;
    this.mostBytes = mostBytes;
  }

  /** The next line without what ends it; null after the last one. */
  public @Nullable String next() throws IOException {
    if (!begins()) {
      return null;
    }
    number++;
    length = 0;
    int end = end();
    while (end == limit) {
      carry(end);
      position = limit;
      if (!fill()) {
        return text(carried, 0, length);
      }
      end = end();
    }
    String text;
    if (length == 0) {
      bounded(end - position);
      text = text(buffer, position, end - position);
    } else {
      carry(end);
      text = text(carried, 0, length);
    }
    afterReturn = buffer[end] == '\r';
    position = end + 1;
    return text;
  }

  /** The number of the last line, from 1. */
  public int number() {
    return number;
  }

  /** The encoding of what came so far, that of the file once all lines have come. */
  public Charset encoding() {
    return encoding.found();
  }

  /** Whether there is another line; passes over the second half of what ended the one before. */
  private boolean begins() throws IOException {
    boolean more = fill();
    if (more && afterReturn && buffer[position] == '\n') {
      position++;
      more = fill();
    }
    afterReturn = false;
    return more;
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = stream().readNBytes(buffer, 0, buffer.length);
      encoding.weigh(buffer, limit);
    }
    return limit > 0;
  }

  private InputStream stream() throws IOException {
    InputStream opened = unmarked;
    if (opened == null) {
      UnicodeMark mark = UnicodeMark.opened(file);
      encoding.marked(mark);
      opened = mark.stream();
      unmarked = opened;
    }
    return opened;
  }

  /** Where the line ends in the buffer; its limit where it does not. */
  private int end() {
    int end = position;
    while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
      end++;
    }
    return end;
  }

  /** Keeps a part of a line whose end is beyond the buffer. */
  private void carry(int end) {
    int more = end - position;
    bounded(length + more);
    if (length + more > carried.length) {
      carried = Arrays.copyOf(carried, Math.max(length + more, carried.length * 2));
    }
    System.arraycopy(buffer, position, carried, length, more);
    length += more;
  }

  private void bounded(int bytes) {
    if (bytes > mostBytes) {
      throw new Refusal(
          "LINE_TOO_LONG",
          number,
          "the line has more than "
              + mostBytes
              + " bytes, so the file is damaged or of another kind; ask for it again");
    }
  }

  private String text(byte[] bytes, int from, int count) {
    boolean last = count > 0 && bytes[from + count - 1] == CONTROL_Z;
    return encoding.decode(bytes, from, last ? count - 1 : count);
  }
}
