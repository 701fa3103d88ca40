package org.dunlin.console.login;

import java.net.URI;
import java.util.Set;
import org.dunlin.work.access.AdmitPerson;

/**
 * A provider of identities (OpenID Connect Core 1.0), as the settings say it.
 *
 * @param scopes what is asked of it
 * @param nameClaim the claim that is the name of a person here
 * @param roleClaim the claim whose values give roles
 */
public record Provider(
    URI issuer,
    String clientId,
    String clientSecret,
    Set<String> scopes,
    String nameClaim,
    String roleClaim,
    AdmitPerson.Rules rules) {
  @Override
  public String toString() {
    return "Provider[" + issuer + "]"; // never the secret
  }
}
