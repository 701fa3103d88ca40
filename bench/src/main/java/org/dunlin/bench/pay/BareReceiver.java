package org.dunlin.bench.pay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dunlin.sandbox.program.mollie.MolliePayment;

/**
 * The least that knowing a payment can cost: on each notice the provider is asked, and what it says
 * is a row of a table, with a commit of its own.
 */
final class BareReceiver implements AutoCloseable {
  private final PaidHub hub;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Long> kept = new ConcurrentHashMap<>();

  BareReceiver(PaidHub hub) throws IOException, SQLException {
    this.hub = hub;
    try (Connection connection = hub.pool().getConnection();
        PreparedStatement table =
            connection.prepareStatement("create table bare_payment (id text, said text)")) {
      table.execute();
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  Spans tell(List<MolliePayment> payments, int aSecond) throws InterruptedException {
    URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    Map<String, Long> told = Teller.times();
    kept.clear();
    try (Teller teller = new Teller()) {
      teller.tell(payments, aSecond, payment -> here, told);
    }
    List<Long> spans = new ArrayList<>();
    for (MolliePayment payment : payments) {
      Long known = kept.get(payment.id());
      Long sent = told.get(payment.id());
      if (known == null || sent == null) {
        throw new IllegalStateException("The bare receiver lost " + payment.id() + ".");
      }
      spans.add(known - sent);
    }
    return new Spans(spans);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String id = body.substring("id=".length());
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(hub.provider() + "/v2/payments/" + id))
              .header("Authorization", "Bearer " + hub.key())
              .build();
      keep(id, client.send(request, BodyHandlers.ofString()).body());
      kept.put(id, System.nanoTime());
      exchange.sendResponseHeaders(200, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(String id, String said) throws IOException {
    try (Connection connection = hub.pool().getConnection();
        PreparedStatement row =
            connection.prepareStatement("insert into bare_payment values (?, ?)")) {
      row.setString(1, id);
      row.setString(2, said);
      row.executeUpdate();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    client.close();
  }
}
