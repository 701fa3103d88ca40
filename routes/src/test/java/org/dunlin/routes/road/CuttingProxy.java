package org.dunlin.routes.road;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A line to a server that is cut once so many bytes have come from there, or gone there. */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int serverPort;
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong leftToServer = new AtomicLong(Long.MAX_VALUE);
  private final AtomicInteger cuts = new AtomicInteger();

  CuttingProxy(int serverPort) throws IOException {
    this.serverPort = serverPort;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** The line is cut once after so many bytes more. */
  void cutAfter(long bytes) {
    left.set(bytes);
  }

  /** The line is cut once after so many bytes more have gone to the server. */
  void cutToServerAfter(long bytes) {
    leftToServer.set(bytes);
  }

  int cuts() {
    return cuts.get();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        Thread.ofVirtual().start(() -> copy(client, server, leftToServer));
        Thread.ofVirtual().start(() -> copy(server, client, left));
      } catch (IOException e) {
        return; // it was closed
      }
    }
  }

  private void copy(Socket from, Socket to, AtomicLong most) {
    byte[] buffer = new byte[4096];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (most.addAndGet(-read) < 0) {
          most.set(Long.MAX_VALUE);
          cuts.incrementAndGet();
          return;
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // the other side is gone, and both are closed
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
