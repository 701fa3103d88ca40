package org.dunlin.console;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The programs of {@code src/test/programs}, as their vendor runs them; one serves all tests. */
final class Vendor {
  private static final WireMockServer SERVER = started();

  private Vendor() {}

  private static WireMockServer started() {
    WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    return server;
  }

  static String address() {
    return "http://127.0.0.1:" + SERVER.port();
  }

  /** Gives tokens, lists these tenants, and answers each with one customer. */
  static void agrees(String tenants) {
    SERVER.resetAll();
    SERVER.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(
                okJson(
                    """
                    {"access_token": "access-1", "refresh_token": "refresh-1", "expires_in": 1800}""")));
    SERVER.stubFor(
        get(urlPathEqualTo("/api/tenants")).willReturn(okJson("{\"tenants\": " + tenants + "}")));
    String customers = "{\"customers\": [{\"id\": \"7\", \"name\": \"Jansen\"}]}";
    SERVER.stubFor(get(urlPathEqualTo("/api/main/customers")).willReturn(okJson(customers)));
    SERVER.stubFor(get(urlPathEqualTo("/api/customers")).willReturn(okJson(customers)));
  }

  /** Refuses every code. */
  static void refuses() {
    SERVER.resetAll();
    SERVER.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"error\": \"invalid_grant\"}")));
  }

  /** The fields of the last form that was sent for a token. */
  static Map<String, String> asked() {
    String form =
        SERVER.findAll(postRequestedFor(urlPathEqualTo("/token"))).getLast().getBodyAsString();
    return fields(form);
  }

  /** How often it was asked for a token. */
  static int exchanges() {
    return SERVER.findAll(postRequestedFor(urlPathEqualTo("/token"))).size();
  }

  /** Names and values of a form or a query. */
  static Map<String, String> fields(String form) {
    return Arrays.stream(form.split("&"))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(field -> field[0], field -> decoded(field[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
