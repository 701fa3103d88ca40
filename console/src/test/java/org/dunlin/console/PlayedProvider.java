package org.dunlin.console;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A provider of identities that says of whoever comes what a test wants it to say. */
final class PlayedProvider {
  static final String CLIENT = "dunlin";

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private final RSAKey key = key();
  private final RSAKey foreign = key();

  PlayedProvider() {
    server.start();
    server.stubFor(
        get("/.well-known/openid-configuration")
            .willReturn(
                okJson(
                    """
                    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
                     "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                     "end_session_endpoint": "%1$s/logout",
                     "response_types_supported": ["code"], "subject_types_supported": ["public"],
                     "id_token_signing_alg_values_supported": ["RS256"]}
                    """
                        .formatted(issuer()))));
    server.stubFor(get("/keys").willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
  }

  String issuer() {
    return server.baseUrl();
  }

  /** Takes the next code for a token that says this. */
  void answers(Map<String, Object> claims) {
    answers(claims, key);
  }

  /** The same, signed with a key that is not the provider's. */
  void answersForged(Map<String, Object> claims) {
    answers(claims, foreign);
  }

  private void answers(Map<String, Object> claims, RSAKey signer) {
    server.resetRequests();
    server.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(
                okJson(
                    """
                    {"access_token": "opaque", "token_type": "Bearer", "expires_in": 300,
                     "id_token": "%s"}
                    """
                        .formatted(token(claims, signer)))));
  }

  void takesNoCode() {
    server.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"error\": \"invalid_grant\"}")));
  }

  /** What the hub sent for the last token. */
  Map<String, String> asked() {
    List<String> bodies =
        server.findAll(postRequestedFor(urlPathEqualTo("/token"))).stream()
            .map(request -> request.getBodyAsString())
            .toList();
    return parameters(bodies.getLast());
  }

  /** The parameters of a form or of the query of an address. */
  static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(each -> each.split("=", 2))
        .collect(
            Collectors.toMap(
                each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
  }

  private String token(Map<String, Object> claims, RSAKey signer) {
    JWTClaimsSet.Builder set =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    claims.forEach(set::claim);
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set.build());
    try {
      token.sign(new RSASSASigner(signer));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  void close() {
    server.stop();
  }
}
