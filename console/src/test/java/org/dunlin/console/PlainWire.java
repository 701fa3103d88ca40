package org.dunlin.console;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.Line;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.Wire;

/** The way to a vendor of a test, without limits. */
final class PlainWire implements Wire {
  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public HttpReply exchange(Line line, HttpCall call) throws NoReply {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.address())
            .method(call.method(), BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::header);
    try {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      return new HttpReply(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (IOException e) {
      throw new NoReply("The program did not answer.", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
