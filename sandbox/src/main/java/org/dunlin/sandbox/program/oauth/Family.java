package org.dunlin.sandbox.program.oauth;

import java.time.Instant;

/** All tokens that descend from one consent. */
final class Family {
  private final String scope;
  private Instant renewed;
  private boolean revoked;

  Family(String scope, Instant begun) {
    this.scope = scope;
    this.renewed = begun;
  }

  String scope() {
    return scope;
  }

  Instant renewed() {
    return renewed;
  }

  void renew(Instant now) {
    renewed = now;
  }

  boolean revoked() {
    return revoked;
  }

  void revoke() {
    revoked = true;
  }
}
