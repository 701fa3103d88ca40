package org.dunlin.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dunlin.sandbox.program.oauth.AppCredentials;

/** A person and an app on the way to tokens. */
public final class Consent {
  public static final AppCredentials APP = new AppCredentials("app-1", "s3cret/+ä");
  public static final String VERIFIER = "v".repeat(43);

  private static final String REDIRECT = "http://127.0.0.1:9/oauth/back";

  private final Caller caller;
  private final String authorise;
  private final String token;
  private final String scope;

  public Consent(Caller caller, String authorise, String token, String scope) {
    this.caller = caller;
    this.authorise = authorise;
    this.token = token;
    this.scope = scope;
  }

  /** What the app sends the person's browser to. */
  public Map<String, String> question() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("response_type", "code");
    fields.put("client_id", APP.clientId());
    fields.put("redirect_uri", REDIRECT);
    fields.put("scope", scope);
    fields.put("state", "st te&1");
    fields.put("code_challenge", challenge());
    fields.put("code_challenge_method", "S256");
    return fields;
  }

  public HttpResponse<byte[]> page() {
    return caller.get(authorise + "?" + Forms.write(question()));
  }

  /** The fields that come back after the person's decision. */
  public Map<String, String> decide(String decision) {
    Map<String, String> form = question();
    form.put("decision", decision);
    HttpResponse<byte[]> response = caller.form(authorise, form);
    assertThat(response.statusCode()).isEqualTo(302);
    URI back = URI.create(Caller.header(response, "Location"));
    assertThat(back.toString()).startsWith(REDIRECT + "?");
    return Forms.read(back.getRawQuery());
  }

  public HttpResponse<byte[]> exchange(String code, String verifier) {
    Map<String, String> form = client();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", REDIRECT);
    form.put("code_verifier", verifier);
    return caller.form(token, form);
  }

  public HttpResponse<byte[]> refresh(String refreshToken) {
    Map<String, String> form = client();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    return caller.form(token, form);
  }

  /** All the way: tokens. */
  public JsonNode tokens() {
    return Caller.json(exchange(String.valueOf(decide("allow").get("code")), VERIFIER));
  }

  private static Map<String, String> client() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", APP.clientId());
    form.put("client_secret", APP.clientSecret());
    return form;
  }

  private static String challenge() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
