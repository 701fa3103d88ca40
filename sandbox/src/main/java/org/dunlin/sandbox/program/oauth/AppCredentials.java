package org.dunlin.sandbox.program.oauth;

/** By which a program knows the app that asks. */
public record AppCredentials(String clientId, String clientSecret) {
  @Override
  public String toString() {
    return clientId;
  }
}
