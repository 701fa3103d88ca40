package org.dunlin.config.watch;

import java.net.InetAddress;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.SmartLifecycle;

/**
 * A web server of its own for programs that watch the hub. It holds metrics and health and nothing
 * else; neither the console's nor the public listener holds any of these. It closes first when the
 * hub ends, so that a hub that goes is not ready.
 */
public final class ManageListener implements SmartLifecycle {
  private static final int MOST_THREADS = 4;
  private static final int MOST_CONNECTIONS = 50;
  private static final int SLOWEST_MILLIS = 5_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final TomcatServletWebServerFactory factory;
  private final ManageServlet servlet;
  private @Nullable WebServer server;

  /**
   * A listener that is not yet started.
   *
   * @param port 0 for any that is free
   */
  public ManageListener(InetAddress address, int port, Metrics metrics, Readiness readiness) {
    factory = new TomcatServletWebServerFactory(port);
    factory.setAddress(address);
    factory.addConnectorCustomizers(ManageListener::limited);
    factory.addContextCustomizers(ManageListener::bare);
    servlet = new ManageServlet(metrics, readiness);
  }

  private static void limited(Connector connector) {
    connector.setProperty("maxThreads", String.valueOf(MOST_THREADS));
    connector.setProperty("minSpareThreads", "1");
    connector.setProperty("maxConnections", String.valueOf(MOST_CONNECTIONS));
    connector.setProperty("connectionTimeout", String.valueOf(SLOWEST_MILLIS));
    connector.setMaxPostSize(1);
  }

  private static void bare(Context context) {
    context.setCookies(false);
    if (context.getParent() instanceof StandardHost host) {
      host.setErrorReportValveClass("");
    }
  }

  /** Where it listens; -1 while it does not. */
  public int port() {
    lock.lock();
    try {
      return server == null ? -1 : server.getPort();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void start() {
    lock.lock();
    try {
      WebServer started =
          factory.getWebServer(context -> context.addServlet("manage", servlet).addMapping("/"));
      started.start();
      server = started;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void stop() {
    lock.lock();
    try {
      if (server != null) {
        server.stop();
        server.destroy(); // else its threads keep the process from ending
        server = null;
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isRunning() {
    return port() >= 0;
  }
}
