package org.dunlin.sandbox.mailbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands before the SMTP server: listens, passes on what is said, and misbehaves when told to. */
final class Gate implements AutoCloseable {
  private final int serverPort;
  private final Behaviour behaviour;
  private final Runnable accepted;
  private final Set<Socket> connected = ConcurrentHashMap.newKeySet();
  private final int port;
  private @Nullable ServerSocket listening;
  private @Nullable Thread accepting;

  /**
   * @param accepted run after the server took a mail and before the sender is told
   */
  Gate(int serverPort, Behaviour behaviour, Runnable accepted) throws IOException {
    this.serverPort = serverPort;
    this.behaviour = behaviour;
    this.accepted = accepted;
    this.port = listen(0).getLocalPort();
  }

  int port() {
    return port;
  }

  synchronized void open() throws IOException {
    if (listening == null) {
      listen(port);
    }
  }

  /** Returns once the port is free: it is given back only when nobody waits at it any more. */
  synchronized void shut() throws IOException {
    ServerSocket socket = listening;
    Thread waiting = accepting;
    listening = null;
    if (socket != null && waiting != null) {
      socket.close();
      try {
        waiting.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() throws IOException {
    shut();
    for (Socket socket : connected) {
      socket.close();
    }
  }

  private synchronized ServerSocket listen(int wanted) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(Loopback.address(), wanted));
    listening = socket;
    accepting = Thread.ofVirtual().name("mailbox-gate").start(() -> accept(socket));
    return socket;
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        connected.add(client);
        Thread.ofVirtual().name("mailbox-conversation").start(() -> converse(client));
      } catch (IOException e) {
        // The socket was closed, or the client went away before it was accepted.
      }
    }
  }

  private void converse(Socket client) {
    try (client;
        Socket server = new Socket(Loopback.address(), serverPort)) {
      new Conversation(client, server, behaviour, accepted).run();
    } catch (SocketException e) {
      // One of the two hung up; the other is hung up on.
    } catch (IOException e) {
      System.getLogger(Gate.class.getName())
          .log(System.Logger.Level.INFO, "a conversation with the mailbox broke off", e);
    } finally {
      connected.remove(client);
    }
  }
}
