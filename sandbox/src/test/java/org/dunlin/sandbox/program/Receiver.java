package org.dunlin.sandbox.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Whoever is told by notices. */
public final class Receiver implements AutoCloseable {
  /** A notice that came. */
  public record Notice(Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final List<Notice> notices = new CopyOnWriteArrayList<>();
  private volatile Function<Notice, Integer> answers = notice -> 200;

  public Receiver() throws IOException {
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook/s3cret");
  }

  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  public void forget() {
    notices.clear();
  }

  /** Answers with the status that this gives. */
  public void answer(Function<Notice, Integer> status) {
    answers = status;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Notice notice = new Notice(headers, body);
      notices.add(notice);
      exchange.sendResponseHeaders(answers.apply(notice), -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
