package org.dunlin.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody without an account at the public listener: no cookies, no scripts. */
final class Visitor {
  private static final String BOUNDARY = "----part";

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  Visitor() {
    this(Hub.SHARED.publicPort());
  }

  Visitor(int port) {
    this.port = port;
  }

  HttpResponse<String> open(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<byte[]> fetch(String path) {
    try {
      return client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> ask(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  /** What is written into the form of a page that leads to this act. */
  String form(String page, String act) {
    Pattern form =
        Pattern.compile(
            "action=\"[^\"]*/"
                + act
                + "(?:\\?[^\"]*)?\"[^>]*>\\s*<input type=\"hidden\" name=\"form\" value=\"([^\"]+)\"");
    String body = open(page).body();
    Matcher found = form.matcher(body);
    if (!found.find()) {
      throw new AssertionError("no form for " + act + " in " + body);
    }
    return found.group(1);
  }

  /** Sends fields, names and values in turn. */
  HttpResponse<String> post(String path, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(body.isEmpty() ? "" : "&")
          .append(encoded(fields[i]))
          .append('=')
          .append(encoded(fields[i + 1]));
    }
    return send(
        request(path, "Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /** A file of a form. */
  record Sent(String name, byte[] content) {}

  HttpResponse<String> post(String path, Map<String, String> fields, List<Sent> files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", bytes(value)));
    files.forEach(
        file -> part(body, "name=\"file\"; filename=\"" + file.name() + "\"", file.content()));
    body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
    return send(
        request(path, "Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
    body.writeBytes(
        bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n"));
    body.writeBytes(content);
    body.writeBytes(bytes("\r\n"));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
