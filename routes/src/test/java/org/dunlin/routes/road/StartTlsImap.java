package org.dunlin.routes.road;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * The way to a mail server that GreenMail cannot be itself: one that speaks in plain text until it
 * is asked for TLS (STARTTLS, RFC 9051, section 6.2.1), or does not offer that.
 */
final class StartTlsImap implements AutoCloseable {
  private final ServerSocket listening;
  private final int serverPort;
  private final boolean offers;
  private final SSLContext tls;
  private final List<String> saidInPlainText = new CopyOnWriteArrayList<>();

  StartTlsImap(int serverPort, Path keys, boolean offers)
      throws IOException, GeneralSecurityException {
    this.serverPort = serverPort;
    this.offers = offers;
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(Certificates.open(keys), Certificates.PASSWORD.toCharArray());
    tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), null, null);
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** The commands that came before TLS, without their tags. */
  List<String> saidInPlainText() {
    return saidInPlainText;
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return; // it was closed
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      say(client, line(server.getInputStream()));
      if (untilTls(client)) {
        SSLSocket covered = (SSLSocket) tls.getSocketFactory().createSocket(client, null, true);
        covered.setUseClientMode(false);
        covered.startHandshake();
        Thread.ofVirtual().start(() -> copy(server, covered));
        copy(covered, server);
      }
    } catch (IOException e) {
      // one side is gone, and both are closed
    }
  }

  /** Answers until TLS is to begin; false where the client leaves before. */
  private boolean untilTls(Socket client) throws IOException {
    for (String said = line(client.getInputStream());
        !said.isEmpty();
        said = line(client.getInputStream())) {
      String tag = said.substring(0, said.indexOf(' '));
      String command = said.substring(said.indexOf(' ') + 1);
      saidInPlainText.add(command);
      switch (command.toUpperCase(Locale.ROOT)) {
        case "CAPABILITY" -> {
          say(client, "* CAPABILITY IMAP4rev1" + (offers ? " STARTTLS LOGINDISABLED" : ""));
          say(client, tag + " OK that is all");
        }
        case "STARTTLS" -> {
          say(client, tag + (offers ? " OK begin" : " BAD not here"));
          if (offers) {
            return true;
          }
        }
        case "LOGOUT" -> {
          say(client, "* BYE");
          say(client, tag + " OK");
        }
        default -> say(client, tag + " NO not in plain text");
      }
    }
    return false;
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // the other side is gone, and both are closed
    }
  }

  private static void say(Socket to, String line) throws IOException {
    OutputStream out = to.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Byte by byte, so that nothing of TLS is read with it; empty at the end. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
