package org.dunlin.sandbox.mailbox;

import java.io.IOException;
import java.net.Socket;
import java.util.Locale;

/** One SMTP session (RFC 5321), command by command between a client and the server behind. */
final class Conversation {
  private static final int LONGEST_MAIL = 10 << 20;

  private final Side client;
  private final Side server;
  private final Behaviour behaviour;
  private final Runnable accepted;

  Conversation(Socket client, Socket server, Behaviour behaviour, Runnable accepted)
      throws IOException {
    this.client = new Side(client);
    this.server = new Side(server);
    this.behaviour = behaviour;
    this.accepted = accepted;
  }

  void run() throws IOException {
    answer(reply());
    for (String command = client.line(); !command.isEmpty(); command = client.line()) {
      if (behaviour.refuses(command)) {
        answer("550 5.1.1 no such mailbox\r\n");
        continue;
      }
      server.write(command);
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
      line = client.line();
      size += line.length();
      if (line.isEmpty() || size > LONGEST_MAIL) {
        return false;
      }
      server.write(line);
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
      line = server.line();
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
    client.write(reply);
  }
}
