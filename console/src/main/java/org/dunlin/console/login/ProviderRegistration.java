package org.dunlin.console.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0), asked when the first person
 * wants to sign in there: a hub starts whether its provider is there or not.
 */
final class ProviderRegistration implements ClientRegistrationRepository {
  static final String ID = "oidc";
  private static final Logger LOG = LoggerFactory.getLogger(ProviderRegistration.class);

  private final Provider provider;
  private @Nullable ClientRegistration known;

  ProviderRegistration(Provider provider) {
    this.provider = provider;
  }

  /** Absent, too, while the provider does not answer. */
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    return id.equals(ID) ? registration() : null;
  }

  synchronized @Nullable ClientRegistration registration() {
    if (known == null) {
      try {
        known =
            ClientRegistrations.fromOidcIssuerLocation(provider.issuer().toString())
                .registrationId(ID)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .scope(provider.scopes())
                .build();
      } catch (RuntimeException e) {
        LOG.warn("The provider {} cannot be asked: {}", provider.issuer(), e.getMessage());
      }
    }
    return known;
  }

  /** With which the provider signs: RS256 where it can, else the first of its own that we know. */
  static JwsAlgorithm algorithm(ClientRegistration registration) {
    Object told =
        registration
            .getProviderDetails()
            .getConfigurationMetadata()
            .get("id_token_signing_alg_values_supported");
    List<?> algorithms = told instanceof List<?> list ? list : List.of();
    if (algorithms.contains(SignatureAlgorithm.RS256.getName())) {
      return SignatureAlgorithm.RS256;
    }
    return algorithms.stream()
        .map(each -> SignatureAlgorithm.from(String.valueOf(each)))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(SignatureAlgorithm.RS256);
  }
}
