package org.dunlin.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.dunlin.store.access.Scope;
import org.dunlin.work.access.Tokens;
import org.jspecify.annotations.Nullable;

/** A program that calls the API, with a token of its own or as somebody else. */
final class Caller {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String authorization;
  private final Hub hub;

  private Caller(String authorization) {
    this(authorization, Hub.SHARED);
  }

  private Caller(String authorization, Hub hub) {
    this.authorization = authorization;
    this.hub = hub;
  }

  /** The same caller, of another hub than the one of all tests. */
  Caller at(Hub other) {
    return new Caller(authorization, other);
  }

  /** Who brings this header; nobody where it is empty. */
  static Caller with(String authorization) {
    return new Caller(authorization);
  }

  static Caller administrator(String password) {
    return person(FirstAdministrator.NAME, password);
  }

  static Caller person(String name, String password) {
    byte[] both = (name + ":" + password).getBytes(UTF_8);
    return new Caller("Basic " + Base64.getEncoder().encodeToString(both));
  }

  static Caller allowed(@Nullable String companyId, Scope... scopes) {
    return new Caller("Bearer " + secret(companyId, scopes));
  }

  static String secret(@Nullable String companyId, Scope... scopes) {
    return new Tokens(Hub.SHARED.stores(), Clock.systemUTC())
        .make("test " + UUID.randomUUID(), Set.of(scopes), companyId, null, "a test")
        .secret();
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Headers: names and values in turn. */
  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(hub.address() + path))
            .method(method, BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return new JsonMapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
