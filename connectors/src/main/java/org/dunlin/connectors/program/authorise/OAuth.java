package org.dunlin.connectors.program.authorise;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Template;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2 of one program (RFC 6749, RFC 7636): where the person is sent, how codes and refresh
 * tokens are exchanged, and what the answers mean. Each connection has app credentials of its own,
 * the settings {@code clientId} and {@code clientSecret}.
 */
public final class OAuth {
  private final Program program;
  private final Authorisation.OAuth2 oauth;

  private OAuth(Program program, Authorisation.OAuth2 oauth) {
    this.program = program;
    this.oauth = oauth;
  }

  /**
   * The program's OAuth.
   *
   * @throws IllegalArgumentException where its manifest has another kind of authorisation
   */
  public static OAuth of(Program program) {
    if (program.manifest().authorisation() instanceof Authorisation.OAuth2 oauth) {
      return new OAuth(program, oauth);
    }
    throw new IllegalArgumentException(program.name() + " is not authorised by OAuth 2.");
  }

  /** Whether a person must consent; else the app's own credentials are enough. */
  public boolean needsPerson() {
    return oauth.grant() == Authorisation.Grant.AUTHORISATION_CODE;
  }

  /** Whether a code is bound to a verifier: 43 to 128 unreserved characters, made for each try. */
  public boolean pkce() {
    return oauth.pkce();
  }

  /**
   * Where the person is sent to consent.
   *
   * @param redirect to which the program sends the person back
   * @param state by which the hub knows its own try again
   * @param verifier of PKCE; absent without
   */
  public URI address(Facts facts, String redirect, String state, @Nullable String verifier) {
    Template authorise = oauth.authorise();
    if (authorise == null) {
      throw new IllegalArgumentException("No person consents to client credentials.");
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", setting(facts, "clientId"));
    query.put("redirect_uri", redirect);
    if (!oauth.scopes().isEmpty()) {
      query.put("scope", String.join(" ", oauth.scopes()));
    }
    query.put("state", state);
    if (verifier != null) {
      query.put("code_challenge", Pkce.challenge(verifier));
      query.put("code_challenge_method", "S256");
    }
    oauth
        .parameters()
        .forEach((name, value) -> value.fill(facts).ifPresent(text -> query.put(name, text)));
    String address = authorise.address(facts);
    return URI.create(address + (address.contains("?") ? "&" : "?") + TokenCall.encoded(query));
  }

  /**
   * The settings that the way back of the person fills in.
   *
   * @param parameters of the address to which the person came back
   */
  public Map<String, String> returned(Map<String, String> parameters) {
    Map<String, String> settings = new TreeMap<>();
    oauth
        .returned()
        .forEach(
            (setting, parameter) -> {
              String value = parameters.get(parameter);
              if (value != null && !value.isBlank()) {
                settings.put(setting, value);
              }
            });
    return settings;
  }

  /** Exchanges the code with which the person came back. */
  public HttpCall exchange(Facts facts, String code, String redirect, @Nullable String verifier) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirect);
    if (verifier != null) {
      form.put("code_verifier", verifier);
    }
    return call(facts, form);
  }

  /** Asks for a new access token. */
  public HttpCall refresh(Facts facts, String refreshToken) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    return call(facts, form);
  }

  /** Asks for an access token with the app's own credentials. */
  public HttpCall clientCredentials(Facts facts) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    if (!oauth.scopes().isEmpty()) {
      form.put("scope", String.join(" ", oauth.scopes()));
    }
    return call(facts, form);
  }

  /**
   * What the token endpoint answered.
   *
   * @param refreshToken with which was asked; it stays good where the answer brings no other
   */
  public TokenAnswer answer(HttpReply reply, @Nullable String refreshToken, Instant now) {
    return new TokenReading(program, oauth.refresh(), refreshToken, now).read(reply);
  }

  /** The setting that a request after the exchange fills in, where there is one. */
  public Optional<String> identifies() {
    return Optional.ofNullable(oauth.identify()).map(Authorisation.Identify::setting);
  }

  /** Asks which values {@link #identifies()} may take; without credentials as yet. */
  public Optional<HttpCall> identify(Facts facts) {
    return Optional.ofNullable(oauth.identify())
        .map(identify -> program.call(identify.request(), facts));
  }

  /**
   * The values that the answer offers, in their order.
   *
   * @throws org.dunlin.connectors.program.NotJson where the answer is no JSON
   * @throws org.dunlin.connectors.program.MappingFailed where the manifest cannot find them in it
   */
  public List<Choice> choices(HttpReply reply, Facts facts) {
    Authorisation.Identify identify = oauth.identify();
    List<Choice> choices = new ArrayList<>();
    if (identify != null) {
      JsonNode found = identify.choose().of(Json.read(reply.body()), facts);
      for (JsonNode each : found) {
        Json.text(each.path("value"))
            .map(value -> new Choice(value, Json.text(each.path("label")).orElse(value)))
            .ifPresent(choices::add);
      }
    }
    return List.copyOf(choices);
  }

  private HttpCall call(Facts facts, Map<String, String> form) {
    return TokenCall.of(
        URI.create(oauth.token().address(facts)),
        oauth.client(),
        setting(facts, "clientId"),
        facts.value("settings.clientSecret").map(value -> value.plain()).orElse(""),
        form);
  }

  private static String setting(Facts facts, String name) {
    return facts
        .value("settings." + name)
        .orElseThrow(() -> new NoValue("The setting " + name + " of the app is not filled in."))
        .plain();
  }
}
