package org.dunlin.console.outside;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletRegistration;
import java.net.InetAddress;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.hook.TakeNotice;
import org.dunlin.work.payer.SentFile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.SmartLifecycle;

/**
 * A web server of its own for what everybody may reach. It holds what takes files and notices, the
 * pages of payers, and nothing of the console: no path, however it is written, leads from here to a
 * page, a login or the API.
 */
public final class PublicListener implements SmartLifecycle {
  private static final int MOST_THREADS = 20;
  private static final int MOST_CONNECTIONS = 500;
  private static final int SLOWEST_MILLIS = 10_000;

  /** Of a form with files: its fields and files. */
  private static final int MOST_PARTS = 40;

  private static final int MOST_TYPED_BYTES = 256 * 1024;
  private static final int MOST_SENT_BYTES = (SentFile.MOST + 1) * SentFile.LARGEST;

  private final ReentrantLock lock = new ReentrantLock();
  private final TomcatServletWebServerFactory factory;
  private final PublicServlet servlet;
  private final @Nullable PayerServlet payers;
  private @Nullable WebServer server;

  /**
   * A listener that is not yet started.
   *
   * @param port 0 for any that is free
   * @param mostBytes the largest body that is taken
   */
  public PublicListener(InetAddress address, int port, PushFile pushes, long mostBytes) {
    this(address, port, pushes, null, mostBytes);
  }

  /**
   * A listener that is not yet started, for files and for notices of programs.
   *
   * @param notices absent where no program is connected
   */
  public PublicListener(
      InetAddress address,
      int port,
      PushFile pushes,
      @Nullable TakeNotice notices,
      long mostBytes) {
    this(address, port, pushes, notices, mostBytes, null, "");
  }

  /**
   * A listener that is not yet started, for files, notices and payers.
   *
   * @param payers absent: there are no pages for payers
   * @param proxies a pattern of the addresses of reverse proxies who are believed when they say for
   *     whom they ask; empty: none
   */
  public PublicListener(
      InetAddress address,
      int port,
      PushFile pushes,
      @Nullable TakeNotice notices,
      long mostBytes,
      @Nullable PayerDesk payers,
      String proxies) {
    factory = new TomcatServletWebServerFactory(port);
    factory.setAddress(address);
    factory.addConnectorCustomizers(PublicListener::limited);
    factory.addContextCustomizers(PublicListener::bare);
    if (!proxies.isEmpty()) {
      factory.addEngineValves(believing(proxies));
    }
    servlet = new PublicServlet(pushes, notices, mostBytes);
    this.payers = payers == null ? null : new PayerServlet(payers);
  }

  private static RemoteIpValve believing(String proxies) {
    RemoteIpValve valve = new RemoteIpValve();
    valve.setInternalProxies(proxies);
    return valve;
  }

  private static void limited(Connector connector) {
    connector.setProperty("maxThreads", String.valueOf(MOST_THREADS));
    connector.setProperty("minSpareThreads", "1");
    connector.setProperty("maxConnections", String.valueOf(MOST_CONNECTIONS));
    connector.setProperty("connectionTimeout", String.valueOf(SLOWEST_MILLIS));
    connector.setProperty("maxPartCount", String.valueOf(MOST_PARTS));
    connector.setProperty("maxSwallowSize", String.valueOf(MOST_SENT_BYTES));
    connector.setMaxPostSize(MOST_TYPED_BYTES);
  }

  /** No cookie, and no page of the server's own that would say what it is. */
  private static void bare(Context context) {
    context.setCookies(false);
    if (context.getParent() instanceof StandardHost host) {
      host.setErrorReportValveClass("");
    }
  }

  /** Where it listens. */
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
          factory.getWebServer(
              context -> {
                context.addServlet("public", servlet).addMapping("/");
                if (payers != null) {
                  ServletRegistration.Dynamic pages = context.addServlet("payers", payers);
                  pages.addMapping("/p/*");
                  pages.setMultipartConfig(
                      new MultipartConfigElement(
                          "", SentFile.LARGEST + 1L, MOST_SENT_BYTES, MOST_TYPED_BYTES));
                }
              });
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
