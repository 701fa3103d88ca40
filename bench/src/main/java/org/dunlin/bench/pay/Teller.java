package org.dunlin.bench.pay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dunlin.sandbox.program.mollie.MolliePayment;

/** Sends notices at a steady pace, whether those before are answered or not. */
final class Teller implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Sends one of each.
   *
   * @param told when each was to be sent, by its payment's id; filled as they are sent
   */
  void tell(
      List<MolliePayment> payments,
      int aSecond,
      Function<MolliePayment, URI> where,
      Map<String, Long> told)
      throws InterruptedException {
    long begin = System.nanoTime();
    long pace = TimeUnit.SECONDS.toNanos(1) / aSecond;
    for (int i = 0; i < payments.size(); i++) {
      MolliePayment payment = payments.get(i);
      long due = begin + i * pace;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      told.put(payment.id(), due);
      threads.execute(() -> send(where.apply(payment), payment.id()));
    }
  }

  private void send(URI address, String id) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("id=" + id))
            .build();
    try {
      HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException("a notice was answered with " + answer.statusCode());
      }
    } catch (IOException e) {
      throw new IllegalStateException("a notice did not arrive", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static Map<String, Long> times() {
    return new ConcurrentHashMap<>();
  }

  @Override
  public void close() {
    threads.close();
    client.close();
  }
}
