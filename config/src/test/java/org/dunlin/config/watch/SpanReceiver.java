package org.dunlin.config.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;

/** A collector of OpenTelemetry: takes OTLP over HTTP and reads the spans by the wire format. */
final class SpanReceiver implements AutoCloseable {
  private static final int RESOURCE_SPANS = 1;
  private static final int SCOPE_SPANS = 2;
  private static final int SPANS = 2;

  private final HttpServer server;
  private final List<Received> spans = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();

  /** A span as it came; ids in hexadecimal digits, the parent's empty where there is none. */
  record Received(String trace, String id, String parent, String name, String whole) {}

  SpanReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", this::take);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Received> spans() {
    return List.copyOf(spans);
  }

  List<String> paths() {
    return List.copyOf(paths);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      InputStream body = exchange.getRequestBody();
      byte[] bytes = packed ? new GZIPInputStream(body).readAllBytes() : body.readAllBytes();
      paths.add(exchange.getRequestURI().getPath());
      each(bytes, RESOURCE_SPANS, r -> each(r, SCOPE_SPANS, s -> each(s, SPANS, this::add)));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void add(byte[] span) {
    List<String> found = new ArrayList<>(List.of("", "", "", ""));
    HexFormat hex = HexFormat.of();
    fields(
        span,
        (field, value) -> {
          switch (field) {
            case 1 -> found.set(0, hex.formatHex(value));
            case 2 -> found.set(1, hex.formatHex(value));
            case 4 -> found.set(2, hex.formatHex(value));
            case 5 -> found.set(3, new String(value, StandardCharsets.UTF_8));
            default -> {}
          }
        });
    spans.add(
        new Received(
            found.get(0),
            found.get(1),
            found.get(2),
            found.get(3),
            new String(span, StandardCharsets.ISO_8859_1)));
  }

  private interface Part {
    void take(byte[] bytes);
  }

  private static void each(byte[] message, int wanted, Part part) {
    fields(
        message,
        (field, value) -> {
          if (field == wanted) {
            part.take(value);
          }
        });
  }

  /** The fields of a message that have a length (protocol buffers, wire type 2). */
  private static void fields(byte[] message, BiConsumer<Integer, byte[]> found) {
    ByteArrayInputStream in = new ByteArrayInputStream(message);
    while (in.available() > 0) {
      long key = number(in);
      switch ((int) (key & 7)) {
        case 0 -> number(in);
        case 1 -> in.skip(8);
        case 5 -> in.skip(4);
        case 2 -> {
          byte[] value = new byte[(int) number(in)];
          in.read(value, 0, value.length);
          found.accept((int) (key >>> 3), value);
        }
        default -> throw new IllegalArgumentException("no such wire type: " + key);
      }
    }
  }

  private static long number(ByteArrayInputStream in) {
    long number = 0;
    int shift = 0;
    int next;
    do {
      next = in.read();
      number |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while ((next & 0x80) != 0);
    return number;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
