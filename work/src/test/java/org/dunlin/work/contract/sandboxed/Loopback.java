package org.dunlin.work.contract.sandboxed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;

/** The way to a server on this machine. Redirects are answers. */
final class Loopback implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;

  Loopback(URI server) {
    this.server = server;
  }

  HttpReply exchange(HttpCall call) throws NoReply {
    String query = call.address().getRawQuery();
    URI address =
        URI.create(server + call.address().getRawPath() + (query == null ? "" : "?" + query));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .method(
                call.method(),
                call.body().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::header);
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new HttpReply(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new NoReply("The sandbox does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
