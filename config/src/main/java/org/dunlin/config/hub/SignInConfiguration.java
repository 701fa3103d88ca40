package org.dunlin.config.hub;

import org.dunlin.console.login.SignInRules;
import org.dunlin.work.access.SecondFactorDuty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How people sign in, as the settings say it. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {
  private record Said(SecondFactorDuty duty, boolean passwords) implements SignInRules {}

  @Bean
  static SignInRules signInRules(HubSettings settings) {
    OidcSettings oidc = settings.oidc();
    return new Said(settings.signIn().secondFactor(), oidc.issuer() == null || oidc.passwords());
  }
}
