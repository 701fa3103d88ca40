package org.dunlin.sandbox.mailbox;

import static jdk.net.ExtendedSocketOptions.TCP_QUICKACK;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One of the two that talk through a gate, line by line, each byte a character. What is written
 * leaves at once, and what comes is acknowledged at once: short lines would else wait for each
 * other, on Linux 40 ms each (tcp(7): TCP_NODELAY, TCP_QUICKACK).
 */
final class Side {
  private static final int LONGEST_LINE = 1 << 16;

  private final Socket socket;
  private final boolean quick;
  private final InputStream in;
  private final OutputStream out;

  Side(Socket socket) throws IOException {
    this.socket = socket;
    this.quick = socket.supportedOptions().contains(TCP_QUICKACK);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    socket.setTcpNoDelay(true);
  }

  void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** A line with its end; empty at the end of the stream. */
  String line() throws IOException {
    if (quick) {
      socket.setOption(TCP_QUICKACK, true); // it holds for a while only
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0) {
      line.write(next);
      if (next == '\n' || line.size() >= LONGEST_LINE) {
        break;
      }
      next = in.read();
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
