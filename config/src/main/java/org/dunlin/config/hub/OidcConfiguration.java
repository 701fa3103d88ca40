package org.dunlin.config.hub;

import java.net.URI;
import java.util.Set;
import org.dunlin.console.login.Provider;
import org.dunlin.console.login.ProviderConfiguration;
import org.dunlin.work.access.AdmitPerson;
import org.dunlin.work.access.AdmitPerson.Grant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Signing in at a provider of identities, where one is set; else nothing of it is loaded. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("dunlin.oidc.issuer")
@Import(ProviderConfiguration.class)
class OidcConfiguration {
  @Bean
  static Provider provider(HubSettings settings) {
    OidcSettings oidc = settings.oidc();
    URI issuer = oidc.issuer();
    if (issuer == null || !safe(issuer)) {
      throw new WrongSettings(
          "dunlin.oidc.issuer must be the https address of the provider, such as"
              + " https://login.example.com/realms/acme.");
    }
    if (oidc.clientId().isBlank() || oidc.clientSecret().isBlank()) {
      throw new WrongSettings(
          "dunlin.oidc.client-id and dunlin.oidc.client-secret must be those under which the"
              + " provider knows this hub.");
    }
    return new Provider(
        issuer,
        oidc.clientId(),
        oidc.clientSecret(),
        Set.of(oidc.scopes().strip().split("\\s+")),
        oidc.nameClaim(),
        oidc.roleClaim(),
        new AdmitPerson.Rules(
            oidc.admitUnknown(),
            oidc.roles().stream()
                .map(each -> new Grant(each.value(), each.role(), each.company()))
                .toList()));
  }

  /** Only a provider of this machine may do without https. */
  private static boolean safe(URI issuer) {
    boolean local = "localhost".equals(issuer.getHost()) || "127.0.0.1".equals(issuer.getHost());
    return issuer.getHost() != null
        && ("https".equals(issuer.getScheme()) || local && "http".equals(issuer.getScheme()));
  }
}
