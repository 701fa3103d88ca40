package org.dunlin.bench.pull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simulated vendor on this machine, which answers without limits, or never at all. */
final class Vendor implements AutoCloseable {
  private static final Pattern PATH = Pattern.compile("/api/v2/(\\d+)/(contacts|sales_invoices).*");
  private static final Pattern PAGE = Pattern.compile("(?:^|&)page=(\\d+)");

  private final HttpServer server;
  private final MoneybirdPages pages;
  private final long millis;
  private final AtomicInteger invoicePages = new AtomicInteger();
  private final Set<String> hanging = ConcurrentHashMap.newKeySet();
  private final Map<Integer, byte[]> prepared = new ConcurrentHashMap<>();
  private volatile CountDownLatch hung = new CountDownLatch(1);

  /**
   * @param millis how long each answer takes, since programs are somewhere else
   */
  Vendor(MoneybirdPages pages, long millis) throws IOException {
    this.pages = pages;
    this.millis = millis;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Makes the next pages of invoices ahead, since that is not what is measured. */
  void prepare(int more) {
    int first = invoicePages() + 1;
    for (int page = first; page < first + more; page++) {
      prepared.put(page, invoices(page));
    }
  }

  /** How many pages of invoices were asked for. */
  int invoicePages() {
    return invoicePages.get();
  }

  /** From now on it takes what is asked of these administrations and never answers. */
  void hang(Set<String> administrations) {
    hung = new CountDownLatch(1);
    hanging.addAll(administrations);
  }

  /** Nothing hangs any more. */
  void letGo() {
    hanging.clear();
    hung.countDown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
      Matcher page = PAGE.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
      if (!path.matches() || !page.find()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      takeTime(path.group(1));
      int number = Integer.parseInt(page.group(1));
      boolean invoices = path.group(2).equals("sales_invoices");
      if (invoices) {
        invoicePages.incrementAndGet();
      }
      byte[] body = invoices ? taken(number) : utf8(pages.contacts(number));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private byte[] taken(int page) {
    byte[] ready = prepared.remove(page);
    return ready == null ? invoices(page) : ready;
  }

  private byte[] invoices(int page) {
    return utf8(pages.invoices(page));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void takeTime(String administration) throws IOException {
    try {
      if (hanging.contains(administration)) {
        hung.await();
        throw new IOException("nobody waits for this any more");
      }
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the vendor was stopped", e);
    }
  }

  @Override
  public void close() {
    letGo();
    server.stop(0);
  }
}
