package org.dunlin.connectors.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import org.dunlin.connectors.UnreadableDocument;

/** The bytes that an element holds in base64 (RFC 4648; XML Schema's base64Binary). */
final class Base64Text extends InputStream {
  private final TextStream text;
  private final InputStream bytes;

  Base64Text(TextStream text) {
    this.text = text;
    this.bytes = Base64.getDecoder().wrap(text);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /** A failing stream fails in the text; all that the decoder itself says is about the base64. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return bytes.read(target, offset, length);
    } catch (FailedText failed) {
      throw failed.failure();
    } catch (IOException e) {
      throw new UnreadableDocument("it is not base64: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
