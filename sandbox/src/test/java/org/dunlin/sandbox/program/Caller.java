package org.dunlin.sandbox.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a program as an app does. */
public final class Caller implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private Duration patience = Duration.ofSeconds(20);

  public Caller(URI base) {
    this.base = base;
  }

  public Caller header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Caller without(String name) {
    headers.remove(name);
    return this;
  }

  public Caller patience(Duration duration) {
    patience = duration;
    return this;
  }

  /** The address of a path, whose spaces and quotes are encoded. */
  public URI at(String path) {
    return path.startsWith("http")
        ? URI.create(path)
        : URI.create(base + path.replace(" ", "%20").replace("\"", "%22").replace("|", "%7C"));
  }

  public HttpResponse<byte[]> get(String path) {
    return send("GET", path, null, "");
  }

  public HttpResponse<byte[]> put(String path, String json) {
    return send("PUT", path, "application/json", json);
  }

  public HttpResponse<byte[]> post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  public HttpResponse<byte[]> form(String path, Map<String, String> fields) {
    return send("POST", path, "application/x-www-form-urlencoded", Forms.write(fields));
  }

  public HttpResponse<byte[]> send(String method, String path, @Nullable String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .timeout(patience)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    headers.forEach(request::setHeader);
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(HttpResponse<byte[]> response) {
    return Json.tree(response.body());
  }

  public static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  public static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Override
  public void close() {
    client.close();
  }
}
