package org.dunlin.sandbox.program.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;

/** What is wrong with a request for tokens (RFC 6749, 5.2). */
public record OAuthFault(int status, String error, String description) {
  static OAuthFault grant(String description) {
    return new OAuthFault(400, "invalid_grant", description);
  }

  Reply reply() {
    ObjectNode body = Json.object();
    body.put("error", error);
    body.put("error_description", description);
    return Reply.json(status, body);
  }

  Refused refused() {
    return new Refused(this);
  }

  /** Carries a fault to where it is answered. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient OAuthFault fault;

    Refused(OAuthFault fault) {
      super(fault.description());
      this.fault = fault;
    }

    OAuthFault fault() {
      return fault;
    }
  }
}
