package org.dunlin.config.hub;

import java.net.URI;
import java.util.List;
import org.dunlin.store.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A provider of identities: {@code dunlin.oidc}.
 *
 * @param issuer its address; absent: there is none
 * @param clientId as it knows the hub
 * @param scopes what is asked of it, separated by blanks
 * @param nameClaim the claim that is the name of a person
 * @param roleClaim the claim whose values give roles
 * @param roles which values give which; without any, roles are given in the hub
 * @param admitUnknown whether people are added whom nobody has invited
 * @param passwords whether people may still sign in by passwords
 */
public record OidcSettings(
    @Nullable URI issuer,
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("openid profile email") String scopes,
    @DefaultValue("email") String nameClaim,
    @DefaultValue("groups") String roleClaim,
    @DefaultValue List<RoleSettings> roles,
    @DefaultValue("false") boolean admitUnknown,
    @DefaultValue("true") boolean passwords) {

  /**
   * A role that a value gives.
   *
   * @param company in which; absent: in all
   */
  public record RoleSettings(String value, Role role, @Nullable String company) {}

  @Override
  public String toString() {
    return "OidcSettings[" + issuer + "]"; // never the secret
  }
}
