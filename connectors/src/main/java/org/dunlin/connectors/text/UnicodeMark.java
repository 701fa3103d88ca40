package org.dunlin.connectors.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The byte order mark with which some programs begin a file (Unicode standard, section 23.8).
 *
 * @param present whether there is one
 * @param wide whether it is that of UTF-16
 * @param stream the file without it, one of UTF-16 in UTF-8
 */
record UnicodeMark(boolean present, boolean wide, InputStream stream) {
  private static final int LONGEST = 3;

  /** Takes the mark off the file, which has not been read yet. */
  static UnicodeMark opened(InputStream file) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(file, LONGEST);
    byte[] begin = stream.readNBytes(LONGEST);
    int first = begin.length > 1 ? (begin[0] & 0xff) << 8 | begin[1] & 0xff : 0;
    boolean utf8 = first == 0xefbb && begin.length == LONGEST && (begin[2] & 0xff) == 0xbf;
    boolean wide = first == 0xfeff || first == 0xfffe;
    int mark = utf8 ? LONGEST : wide ? 2 : 0;
    stream.unread(begin, mark, begin.length - mark);
    if (!wide) {
      return new UnicodeMark(utf8, false, stream);
    }
    Charset order = first == 0xfeff ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    return new UnicodeMark(true, true, new Narrowed(stream, order));
  }
}
