package org.dunlin.work.contract.quickbooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.contract.Calls;
import org.dunlin.work.contract.Replies;

/** Intuit's tokens. A refresh token that is shown twice ends all that came of the same consent. */
final class QuickBooksTokens {
  static final String CLIENT_ID = "ABclientOfTheHub";
  static final String CLIENT_SECRET = "secretOfTheHubsApp";

  private final Set<String> spent = new HashSet<>();
  private int given;
  private int renewals;
  private boolean expired;
  private boolean revoked;
  private boolean compromised;

  Map<String, String> pair() {
    return Map.of("access", access(), "refresh", refresh());
  }

  private String access() {
    return "eyJ-access-" + given;
  }

  private String refresh() {
    return "AB-refresh-" + given;
  }

  boolean good(HttpCall call) {
    return !expired
        && !revoked
        && ("Bearer " + access()).equals(call.headers().get("authorization"));
  }

  void expire() {
    expired = true;
  }

  void revoke() {
    revoked = true;
  }

  void permitAnew() {
    given++;
    expired = false;
    revoked = false;
  }

  int renewals() {
    return renewals;
  }

  boolean compromised() {
    return compromised;
  }

  HttpReply answer(HttpCall call) {
    String client =
        Base64.getEncoder()
            .encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
    Map<String, String> form = Calls.form(call);
    if (!("Basic " + client).equals(call.headers().get("authorization"))) {
      return refused(401, "invalid_client", "Unauthorized client");
    }
    if (!"refresh_token".equals(form.get("grant_type"))) {
      return refused(400, "unsupported_grant_type", "Not that grant type");
    }
    String shown = form.getOrDefault("refresh_token", "");
    if (spent.contains(shown)) {
      compromised = true;
      revoked = true;
    }
    if (revoked || !shown.equals(refresh())) {
      return refused(400, "invalid_grant", "Incorrect or invalid refresh token");
    }
    spent.add(shown);
    given++;
    renewals++;
    expired = false;
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("token_type", "bearer").put("access_token", access()).put("expires_in", 3600);
    body.put("refresh_token", refresh()).put("x_refresh_token_expires_in", 8726400);
    return Replies.json(200, body);
  }

  private static HttpReply refused(int status, String error, String description) {
    return Replies.json(
        status,
        JsonNodeFactory.instance
            .objectNode()
            .put("error", error)
            .put("error_description", description));
  }
}
