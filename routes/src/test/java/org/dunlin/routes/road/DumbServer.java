package org.dunlin.routes.road;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says one thing to whoever connects and closes, whatever it is asked. */
final class DumbServer implements AutoCloseable {
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final byte[] greeting;

  DumbServer(String greeting) throws IOException {
    this.greeting = greeting.getBytes(StandardCharsets.US_ASCII);
    Thread.ofPlatform().daemon().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket caller = door.accept()) {
        caller.getOutputStream().write(greeting);
      } catch (IOException e) {
        // the test is over, or the caller has gone
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
