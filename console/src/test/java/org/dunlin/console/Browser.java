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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: it keeps cookies and sends the token of the page it is on. */
final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String token = "";

  /** Somebody who has not signed in. */
  static Browser stranger() {
    return new Browser();
  }

  /** The first administrator, signed in. */
  static Browser signedIn() {
    Browser browser = new Browser();
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
    return send(HttpRequest.newBuilder(URI.create(Hub.SHARED.address() + path)).GET().build());
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
        HttpRequest.newBuilder(URI.create(Hub.SHARED.address() + path))
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
