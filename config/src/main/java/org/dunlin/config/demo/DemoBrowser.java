package org.dunlin.config.demo;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dunlin.console.FirstAdministrator;

/** The administrator's browser: it opens pages, fills in their forms and keeps their cookies. */
final class DemoBrowser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int FAULT = 400;
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();

  private final URI console;

  private DemoBrowser(URI console) {
    this.console = console;
  }

  /**
   * A page that is shown.
   *
   * @param address where it is
   */
  record Shown(URI address, String html) {
    /** What the expression finds first, as text. */
    String found(String expression) {
      Matcher matcher = Pattern.compile(expression).matcher(html);
      if (!matcher.find()) {
        throw new IllegalStateException(address.getPath() + " shows no " + expression);
      }
      return text(matcher.group(1));
    }

    /** The fields that its forms carry along unseen. */
    Map<String, String> hidden() {
      Map<String, String> fields = new LinkedHashMap<>();
      HIDDEN.matcher(html).results().forEach(f -> fields.put(text(f.group(1)), text(f.group(2))));
      return fields;
    }

    private static String text(String html) {
      return html.replace("&quot;", "\"")
          .replace("&#39;", "'")
          .replace("&#34;", "\"")
          .replace("&lt;", "<")
          .replace("&gt;", ">")
          .replace("&amp;", "&");
    }
  }

  /** Signs in at the console. */
  static DemoBrowser signedIn(URI console, FirstAdministrator.Made administrator)
      throws IOException {
    DemoBrowser browser = new DemoBrowser(console);
    browser.submit(
        browser.open("login"),
        "login",
        Map.of("username", administrator.name(), "password", administrator.password()));
    return browser;
  }

  /** Opens a page of the console. */
  Shown open(String path) throws IOException {
    return open(console.resolve(path));
  }

  /** Opens a page, wherever it is. */
  Shown open(URI address) throws IOException {
    return shown(HttpRequest.newBuilder(address).GET());
  }

  /** Sends a form of a page with what is entered, and gives the page that comes of it. */
  Shown submit(Shown page, String path, Map<String, String> entered) throws IOException {
    Map<String, String> fields = page.hidden();
    fields.putAll(entered);
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return shown(
        HttpRequest.newBuilder(page.address().resolve("/").resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private Shown shown(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response =
          client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      if (response.statusCode() >= FAULT || response.body().contains("alert-danger")) {
        throw new IllegalStateException(
            response.uri().getPath() + " answers " + response.statusCode() + ": " + said(response));
      }
      return new Shown(response.uri(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String said(HttpResponse<String> response) {
    Matcher alert = Pattern.compile("alert-danger[^>]*>([^<]*)").matcher(response.body());
    return alert.find() ? Shown.text(alert.group(1)) : "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
