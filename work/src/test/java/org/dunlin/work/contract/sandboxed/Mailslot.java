package org.dunlin.work.contract.sandboxed;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.dunlin.work.contract.PlayedVendor.Sent;
import org.dunlin.work.contract.Replies;

/** Takes the notices that the sandbox sends, says 200, and keeps them for whoever asks. */
final class Mailslot implements AutoCloseable {
  private final HttpServer server;
  private final List<Sent> notices = new CopyOnWriteArrayList<>();

  Mailslot() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Map<String, String> headers = new TreeMap<>();
          exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
          notices.add(new Sent(headers, exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  /** The last notice of which this is true. */
  Sent last(Predicate<JsonNode> which) {
    return notices.stream()
        .filter(each -> each.body().length > 0 && which.test(Replies.json(each.body())))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new AssertionError("no notice among " + notices.size()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
