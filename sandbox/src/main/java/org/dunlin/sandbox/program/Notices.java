package org.dunlin.sandbox.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends notices, one after the other; some are lost or come twice where that is wanted. */
public final class Notices implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ExecutorService sender = Executors.newSingleThreadExecutor();
  private int lost;
  private int doubled;

  /** Loses the next notices. */
  public synchronized void lose(int notices) {
    lost = notices;
  }

  /** Sends each of the next notices twice. */
  public synchronized void doubleNext(int notices) {
    doubled = notices;
  }

  /** Sends a notice when those before are sent; whether it arrives is not known. */
  public void send(URI address, Map<String, String> headers, byte[] body) {
    int times = times();
    sender.execute(
        () -> {
          for (int i = 0; i < times; i++) {
            deliver(address, headers, body);
          }
        });
  }

  /** Sends at once and gives the answer; empty when there is none within five seconds. */
  public Optional<HttpResponse<byte[]>> deliver(
      URI address, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .POST(body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      return Optional.of(client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Waits until all notices are sent. */
  public void drain() {
    try {
      sender.submit(() -> {}).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    sender.close();
    client.close();
  }

  private synchronized int times() {
    if (lost > 0) {
      lost--;
      return 0;
    }
    if (doubled > 0) {
      doubled--;
      return 2;
    }
    return 1;
  }
}
