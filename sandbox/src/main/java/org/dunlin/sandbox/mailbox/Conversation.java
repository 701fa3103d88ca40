package org.dunlin.sandbox.mailbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One SMTP session (RFC 5321), command by command between a client and the server behind. */
final class Conversation {
  private static final int LONGEST_LINE = 1 << 16;
  private static final int LONGEST_MAIL = 10 << 20;

  private final InputStream fromClient;
  private final OutputStream toClient;
  private final InputStream fromServer;
  private final OutputStream toServer;
  private final Behaviour behaviour;
  private final Runnable accepted;

  Conversation(Socket client, Socket server, Behaviour behaviour, Runnable accepted)
      throws IOException {
    this.fromClient = new BufferedInputStream(client.getInputStream());
    this.toClient = client.getOutputStream();
    this.fromServer = new BufferedInputStream(server.getInputStream());
    this.toServer = server.getOutputStream();
    this.behaviour = behaviour;
    this.accepted = accepted;
  }

  void run() throws IOException {
    answer(reply());
    for (String command = line(fromClient); !command.isEmpty(); command = line(fromClient)) {
      if (behaviour.refuses(command)) {
        answer("550 5.1.1 no such mailbox\r\n");
        continue;
      }
      send(command);
      String reply = reply();
      boolean data = command.strip().equalsIgnoreCase("DATA") && reply.startsWith("354");
      answer(reply);
      if (data && !mail()) {
        return;
      }
      if (command.strip().toUpperCase(Locale.ROOT).equals("QUIT")) {
        return;
      }
    }
  }

  /** Passes a mail on; false when it is time to hang up. */
  private boolean mail() throws IOException {
    int size = 0;
    String line;
    do {
      line = line(fromClient);
      size += line.length();
      if (line.isEmpty() || size > LONGEST_MAIL) {
        return false;
      }
      send(line);
    } while (!line.equals(".\r\n"));
    String reply = reply();
    if (reply.startsWith("250")) {
      accepted.run();
    }
    if (behaviour.hangsUp()) {
      return false;
    }
    answer(reply);
    return true;
  }

  /** An answer of the server, all its lines; empty when it hung up. */
  private String reply() throws IOException {
    StringBuilder reply = new StringBuilder();
    String line;
    do {
      line = line(fromServer);
      reply.append(line);
    } while (line.length() > 3 && line.charAt(3) == '-');
    return reply.toString();
  }

  private void answer(String reply) throws IOException {
    try {
      Thread.sleep(behaviour.delay());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    write(toClient, reply);
  }

  private void send(String line) throws IOException {
    write(toServer, line);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** A line with its end, each byte a character; empty at the end of the stream. */
  private static String line(InputStream in) throws IOException {
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
