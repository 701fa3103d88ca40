package org.dunlin.sandbox.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A read-only web page on loopback that shows a mailbox. Mails are hostile input: text is escaped,
 * HTML runs in a frame without scripts, forms or origin, and nothing is loaded from elsewhere.
 */
public final class MailboxPage implements AutoCloseable {
  private static final Pattern ONE_MAIL = Pattern.compile("/mail/(\\d{1,18})");
  private static final Pattern OWN_NAME =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

  /** Holds for the frame too, which inherits it: no scripts, no images but inline ones. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private final Mailbox mailbox;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private MailboxPage(Mailbox mailbox, int port) throws IOException {
    this.mailbox = mailbox;
    InetAddress loopback = Loopback.address();
    this.server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * Serves the page.
   *
   * @param port on loopback; 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static MailboxPage of(Mailbox mailbox, int port) throws IOException {
    return new MailboxPage(mailbox, port);
  }

  /** Where to look. */
  public URI address() {
    return URI.create("http://" + Loopback.NAME + ":" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      String method = exchange.getRequestMethod();
      if (host == null || !OWN_NAME.matcher(host).matches()) {
        // A page elsewhere may have let its own name point here.
        send(exchange, 421, Html.notice("This page answers on the loopback address only."));
      } else if (!method.equals("GET")) {
        send(exchange, 405, Html.notice("This page can only be looked at."));
      } else {
        show(exchange, exchange.getRequestURI().getPath());
      }
    }
  }

  private void show(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/")) {
      send(exchange, 200, Html.list(mailbox.messages()));
    } else if (path.equals("/style.css")) {
      exchange.getResponseHeaders().set("Content-Type", "text/css; charset=utf-8");
      send(exchange, 200, Html.STYLE);
    } else {
      Optional<Mail> mail = find(path);
      send(
          exchange,
          mail.isPresent() ? 200 : 404,
          mail.map(Html::one).orElseGet(() -> Html.notice("There is no such mail (any more).")));
    }
  }

  private Optional<Mail> find(String path) {
    Matcher matcher = ONE_MAIL.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long id = Long.parseLong(matcher.group(1));
    return mailbox.messages().stream().filter(mail -> mail.id() == id).findFirst();
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    if (!headers.containsKey("Content-Type")) {
      headers.set("Content-Type", "text/html; charset=utf-8");
    }
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
