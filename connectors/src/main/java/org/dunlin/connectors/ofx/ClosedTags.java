package org.dunlin.connectors.ofx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OFX 1 as well-formed XML in UTF-8, line by line where it stood: its elements need no end tag, its
 * texts hold characters that XML wants escaped, and before its root stands a header. What is cut
 * off stays cut off, so that the reader of the XML finds it.
 */
final class ClosedTags extends InputStream {
  private static final int READY_CHARACTERS = 8 * 1024;
  private static final String CDATA_BEGIN = "<![CDATA[";
  private static final String CDATA_END = "]]>";
  private static final Pattern TAG =
      Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9._]{0,63})(?:\\s[^<>]*?)?(/?)>");

  private final Window file;
  private final SgmlText decoding = new SgmlText();
  private final OpenElements elements = new OpenElements();
  private final StringBuilder xml = new StringBuilder(2 * READY_CHARACTERS);
  private byte[] ready = {};
  private int position;
  private boolean begun;
  private boolean inCdata;
  private boolean ended;

  ClosedTags(InputStream file) {
    this.file = new Window(file);
  }

  /** In which encoding the texts were found to be so far. */
  Charset encoding() {
    return decoding.found();
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
      xml.setLength(0);
      while (xml.length() < READY_CHARACTERS && !ended) {
        piece();
      }
      ready = xml.toString().getBytes(StandardCharsets.UTF_8);
      position = 0;
    }
    return position < ready.length;
  }

  /** The next text, or the tag on which the window stands. */
  private void piece() throws IOException {
    if (!file.isFilled()) {
      elements.endOfFile(xml);
      ended = true;
    } else if (inCdata) {
      literal();
    } else if (file.first() != '<') {
      text(file.text());
    } else {
      tag();
    }
  }

  private void tag() {
    String tag = file.tag();
    if (file.startsWith(CDATA_BEGIN)) {
      file.skip(CDATA_BEGIN.length());
      inCdata = true;
    } else if (tag.startsWith("<?") || tag.startsWith("<!")) {
      file.skip(tag.length());
      newLines(tag);
    } else {
      Matcher shape = TAG.matcher(tag);
      if (shape.matches()) {
        begun = true;
        elements.tag(shape.group(2), !shape.group(1).isEmpty(), !shape.group(3).isEmpty(), xml);
        file.skip(tag.length());
        newLines(tag);
      } else {
        text(1); // a character like any other
      }
    }
  }

  private void literal() throws IOException {
    if (file.startsWith(CDATA_END)) {
      file.skip(CDATA_END.length());
      inCdata = false;
    } else {
      text(file.first() == ']' ? 1 : file.textTo((byte) ']'));
    }
  }

  private void text(int length) {
    if (begun) {
      int from = xml.length();
      decoding.append(file.bytes(), file.position(), length, inCdata, xml);
      elements.text(xml, from);
    } else {
      String header = file.shown(length);
      decoding.header(header);
      newLines(header);
    }
    file.skip(length);
  }

  private void newLines(String text) {
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      xml.append('\n');
    }
  }
}
