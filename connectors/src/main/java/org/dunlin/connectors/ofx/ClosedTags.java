package org.dunlin.connectors.ofx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OFX 1 as well-formed XML in UTF-8, line by line where it stood: its elements need no end tag, its
 * texts hold characters that XML wants escaped, and before its root stands a header. What is cut
 * off stays cut off, so that the reader of the XML finds it.
 */
final class ClosedTags extends InputStream {
  /** Longer than any tag of OFX; what goes on beyond it is none. */
  private static final int TAG_BYTES_MAX = 256;

  private static final int TEXT_BYTES = 8 * 1024;
  private static final int TEXT_BYTES_MAX = 64 * 1024;
  private static final String CDATA_BEGIN = "![CDATA[";
  private static final int CDATA_END_BYTES = "]]>".length();
  private static final Pattern TAG =
      Pattern.compile("(/?)([A-Za-z][A-Za-z0-9._]{0,63})(?:\\s[^<>]*?)?(/?)");

  private final PushbackInputStream file;
  private final SgmlText decoding = new SgmlText();
  private final OpenElements elements = new OpenElements();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private byte[] ready = {};
  private int position;
  private boolean begun;
  private boolean inCdata;
  private int brackets;
  private boolean ended;

  ClosedTags(InputStream file) {
    this.file = new PushbackInputStream(file, TAG_BYTES_MAX + 1);
  }

  @Override
  public int read() throws IOException {
    return fill() ? ready[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, ready.length - position);
    System.arraycopy(ready, position, into, from, count);
    position += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (position == ready.length && !ended) {
      StringBuilder xml = new StringBuilder();
      piece(xml);
      ready = xml.toString().getBytes(StandardCharsets.UTF_8);
      position = 0;
    }
    return position < ready.length;
  }

  /** The next text and the tag behind it. */
  private void piece(StringBuilder xml) throws IOException {
    int next = file.read();
    while (next >= 0) {
      if (next == '<' && !inCdata) {
        String tag = tag();
        if (tag != null) {
          flush(xml);
          tag(tag, xml);
          return;
        }
      }
      text.write(next);
      brackets = next == ']' ? brackets + 1 : next == '>' ? brackets : 0;
      if (isLong(next) || inCdata && next == '>' && brackets >= 2) {
        flush(xml);
        return;
      }
      brackets = next == '>' ? 0 : brackets;
      next = file.read();
    }
    flush(xml);
    elements.endOfFile(xml);
    ended = true;
  }

  private boolean isLong(int last) {
    return text.size() >= TEXT_BYTES_MAX || text.size() >= TEXT_BYTES && last == ' ';
  }

  /** What stands up to the end of the tag that has just begun; null where none does. */
  private String tag() throws IOException {
    byte[] read = new byte[TAG_BYTES_MAX];
    int count = 0;
    int next = file.read();
    while (next >= 0 && next != '>' && next != '<' && count < TAG_BYTES_MAX) {
      read[count++] = (byte) next;
      if (count == CDATA_BEGIN.length() && isCdata(read, count)) {
        return CDATA_BEGIN;
      }
      next = file.read();
    }
    String tag = new String(read, 0, count, StandardCharsets.ISO_8859_1);
    boolean declared = tag.startsWith("?") || tag.startsWith("!");
    if (next == '>' && (declared || TAG.matcher(tag).matches())) {
      return tag;
    }
    if (next >= 0) {
      file.unread(next);
    }
    file.unread(read, 0, count);
    return null;
  }

  private static boolean isCdata(byte[] read, int count) {
    return new String(read, 0, count, StandardCharsets.ISO_8859_1).equals(CDATA_BEGIN);
  }

  private void tag(String tag, StringBuilder xml) {
    Matcher shape = TAG.matcher(tag);
    if (tag.equals(CDATA_BEGIN)) {
      inCdata = true;
    } else if (shape.matches()) {
      begun = true;
      elements.tag(shape.group(2), !shape.group(1).isEmpty(), !shape.group(3).isEmpty(), xml);
    }
    tag.chars().filter(each -> each == '\n').forEach(each -> xml.append('\n'));
  }

  private void flush(StringBuilder xml) {
    byte[] bytes = text.toByteArray();
    text.reset();
    int length = bytes.length;
    boolean literal = inCdata;
    if (inCdata && brackets >= 2 && length > 0 && bytes[length - 1] == '>') {
      length = Math.max(0, length - CDATA_END_BYTES);
      inCdata = false;
    }
    brackets = 0;
    if (!begun) {
      decoding.header(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
      newLines(bytes, length, xml);
    } else {
      elements.text(decoding.escaped(bytes, length, literal), xml);
    }
  }

  private static void newLines(byte[] bytes, int length, StringBuilder xml) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        xml.append('\n');
      }
    }
  }
}
