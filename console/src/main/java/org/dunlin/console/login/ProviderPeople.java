package org.dunlin.console.login;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.store.people.Person;
import org.dunlin.work.access.AdmitPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Who of the hub somebody is for whom the provider vouches. */
final class ProviderPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {
  /** That nobody of the hub is known by what the provider said. */
  static final String UNKNOWN = "unknown_person";

  private final OidcUserService claims = new OidcUserService();
  private final Provider provider;
  private final AdmitPerson admission;

  ProviderPeople(Provider provider, AdmitPerson admission) {
    this.provider = provider;
    this.admission = admission;
  }

  /** Somebody who is let in. */
  static final class Admitted extends DefaultOidcUser {
    private static final long serialVersionUID = 1;

    private final String person;

    Admitted(OidcUser user, String person) {
      super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
      this.person = person;
    }

    /** Their name here. */
    String person() {
      return person;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return super.equals(other) && other instanceof Admitted same && same.person.equals(person);
    }

    @Override
    public int hashCode() {
      return 31 * super.hashCode() + person.hashCode();
    }
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser user = claims.loadUser(request);
    return name(user)
        .flatMap(
            name ->
                admission.admit(
                    provider.issuer().toString(), user.getSubject(), name, values(user)))
        .map(Person::name)
        .map(name -> new Admitted(user, name))
        .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN)));
  }

  /** An address that the provider did not verify may be anybody's. */
  private Optional<String> name(OidcUser user) {
    boolean unproven =
        provider.nameClaim().equals(StandardClaimNames.EMAIL)
            && !Boolean.TRUE.equals(user.getEmailVerified());
    return unproven
        ? Optional.empty()
        : Optional.ofNullable(user.getClaims().get(provider.nameClaim())).map(String::valueOf);
  }

  private Set<String> values(OidcUser user) {
    Object said = user.getClaims().get(provider.roleClaim());
    if (said instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).collect(Collectors.toSet());
    }
    return said == null ? Set.of() : Set.of(String.valueOf(said));
  }
}
