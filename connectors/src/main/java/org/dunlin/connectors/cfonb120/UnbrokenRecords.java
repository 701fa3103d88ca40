package org.dunlin.connectors.cfonb120;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Breaks a file without any line ends, as some banks send it, into a line for each record. The
 * first bytes tell: a file of lines has an end of line behind its first record.
 */
final class UnbrokenRecords extends FilterInputStream {
  private static final int HEAD_BYTES = 2 * Records.CHARACTERS;

  private boolean begun;
  private boolean unbroken;
  private int inRecord;

  UnbrokenRecords(InputStream stream) {
    super(new PushbackInputStream(stream, HEAD_BYTES));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    begin();
    if (length == 0 || !unbroken) {
      return super.read(into, from, length);
    }
    if (inRecord == Records.CHARACTERS) {
      inRecord = 0;
      into[from] = '\n';
      return 1;
    }
    int read = super.read(into, from, Math.min(length, Records.CHARACTERS - inRecord));
    inRecord += Math.max(0, read);
    return read;
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    byte[] head = in.readNBytes(HEAD_BYTES);
    ((PushbackInputStream) in).unread(head);
    unbroken = head.length == HEAD_BYTES;
    for (byte each : head) {
      unbroken &= each != '\n' && each != '\r';
    }
  }
}
