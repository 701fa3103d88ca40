package org.dunlin.bench.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.console.FirstAdministrator;

/** Somebody who signed in and opens pages, one after the other. */
final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
  private static final int OK = 200;
  private static final int TOO_OFTEN = 429;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final URI hub;

  private Visitor(URI hub) {
    this.hub = hub;
  }

  static Visitor signedIn(URI hub) throws IOException, InterruptedException {
    Visitor visitor = new Visitor(hub);
    Matcher token = TOKEN.matcher(visitor.get("/login").body());
    if (!token.find()) {
      throw new IOException("the login page has no token");
    }
    String form =
        "username="
            + FirstAdministrator.NAME
            + "&password="
            + encoded(RunningHub.PASSWORD)
            + "&_csrf="
            + encoded(token.group(1));
    visitor.client.send(
        HttpRequest.newBuilder(hub.resolve("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
    if (!visitor.has("/")) {
      throw new IOException("nobody could sign in");
    }
    return visitor;
  }

  /** Whether there is such a page. */
  boolean has(String path) throws IOException, InterruptedException {
    return get(path).statusCode() == OK;
  }

  /** What a page says. */
  String page(String path) throws IOException, InterruptedException {
    return get(path).body();
  }

  /**
   * How long a page takes until all of it is there, in ms. Where the hub says that it was opened
   * too often, as it does of payers' pages, it is opened again when the hub says.
   */
  double milliseconds(String path) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    HttpResponse<String> answer = get(path);
    double taken = (System.nanoTime() - begin) / 1e6;
    if (answer.statusCode() == TOO_OFTEN) {
      Thread.sleep(
          Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElseThrow()));
      return milliseconds(path);
    }
    if (answer.statusCode() != OK) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    return taken;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(hub.resolve(path)).GET().build(), BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
