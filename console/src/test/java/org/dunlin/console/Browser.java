package org.dunlin.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: it keeps cookies and sends the token of the page it is on. */
final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final Hub hub;
  private String token = "";

  private Browser(Hub hub) {
    this.hub = hub;
  }

  /** Somebody who has not signed in, at another hub than the one of all tests. */
  static Browser strangerAt(Hub hub) {
    return new Browser(hub);
  }

  /** Somebody who has not signed in. */
  static Browser stranger() {
    return new Browser(Hub.SHARED);
  }

  /** The first administrator, signed in. */
  static Browser signedIn() {
    Browser browser = new Browser(Hub.SHARED);
    Hub.SHARED.forgetLook(FirstAdministrator.NAME);
    browser.signIn(FirstAdministrator.NAME, Hub.PASSWORD);
    return browser;
  }

  HttpResponse<String> signIn(String name, String password) {
    open("/login");
    HttpResponse<String> answer = press("/login", "username", name, "password", password);
    open("/login");
    return answer;
  }

  /** Follows no redirect. */
  HttpResponse<String> open(String path) {
    return send(HttpRequest.newBuilder(URI.create(hub.address() + path)).GET().build());
  }

  /** Presses a button of a form: names and values in turn. */
  HttpResponse<String> press(String path, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("_csrf", token));
    return post(path, all);
  }

  /** As a page of another site would: without the token. */
  HttpResponse<String> pressWithoutToken(String path, String... fields) {
    return post(path, List.of(fields));
  }

  /** Sends a body as a script of a page does: the token is in a header. */
  HttpResponse<String> sendBody(String path, byte[] body) {
    return send(
        HttpRequest.newBuilder(URI.create(hub.address() + path))
            .header("Content-Type", "application/octet-stream")
            .header("X-CSRF-TOKEN", token)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  /** Sends a form with files, as a browser without scripts does. */
  HttpResponse<String> sendForm(
      String path, Map<String, String> fields, Map<String, String> files) {
    StringBuilder body = new StringBuilder();
    Map<String, String> all = new TreeMap<>(fields);
    all.put("_csrf", token);
    all.forEach((name, value) -> part(body, "name=\"" + name + "\"", value));
    files.forEach((name, value) -> part(body, "name=\"file\"; filename=\"" + name + "\"", value));
    body.append("--part--\r\n");
    return send(
        HttpRequest.newBuilder(URI.create(hub.address() + path))
            .header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private static void part(StringBuilder body, String disposition, String value) {
    body.append("--part\r\nContent-Disposition: form-data; ")
        .append(disposition)
        .append("\r\n\r\n")
        .append(value)
        .append("\r\n");
  }

  /** Opens where a redirect leads. */
  HttpResponse<String> follow(HttpResponse<String> redirect) {
    String location = redirect.headers().firstValue("Location").orElseThrow();
    return open(URI.create(location).getRawPath() + query(URI.create(location)));
  }

  CookieManager cookies() {
    return cookies;
  }

  private HttpResponse<String> post(String path, List<String> fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.size(); i += 2) {
      body.append(body.isEmpty() ? "" : "&")
          .append(encoded(fields.get(i)))
          .append('=')
          .append(encoded(fields.get(i + 1)));
    }
    return send(
        HttpRequest.newBuilder(URI.create(hub.address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      Matcher matcher = TOKEN.matcher(answer.body());
      if (matcher.find()) {
        token = matcher.group(1);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String query(URI uri) {
    return uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
