package org.dunlin.routes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An SMTP server that gives the answers that it is told to, for one message after the other. */
final class ScriptedSmtp implements AutoCloseable {
  /** In place of an answer: the server hangs up. */
  static final String HANG_UP = "";

  private final ServerSocket listening;
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  ScriptedSmtp() throws IOException {
    listening = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    answers.putAll(
        Map.of(
            "connect", "220 scripted",
            "EHLO", "250 scripted",
            "MAIL", "250 ok",
            "RCPT", "250 ok",
            "DATA", "354 go on",
            "end", "250 taken",
            "QUIT", "221 bye",
            "STARTTLS", "502 no",
            "RSET", "250 ok",
            "HELO", "250 scripted"));
    Thread.ofVirtual().name("scripted-smtp").start(this::listen);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Answers so when this comes: a command, {@code connect}, or {@code end} of the message. */
  ScriptedSmtp on(String what, String answer) {
    answers.put(what, answer);
    return this;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        converse(client);
      } catch (IOException e) {
        // The client went away or the test is over.
      }
    }
  }

  private void converse(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
    boolean open = answer(client, "connect");
    boolean data = false;
    while (open) {
      String line = in.readLine();
      if (line == null) {
        return;
      }
      if (data && !line.equals(".")) {
        continue;
      }
      String command = data ? "end" : line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
      open = answer(client, command);
      data = command.equals("DATA") && answers.getOrDefault("DATA", "").startsWith("354");
    }
  }

  private boolean answer(Socket client, String what) throws IOException {
    String answer = answers.getOrDefault(what, "500 what?");
    if (answer.equals(HANG_UP)) {
      return false;
    }
    OutputStream out = client.getOutputStream();
    out.write((answer + "\r\n").getBytes(ISO_8859_1));
    out.flush();
    return true;
  }
}
