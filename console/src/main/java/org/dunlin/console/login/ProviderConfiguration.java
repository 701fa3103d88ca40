package org.dunlin.console.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.dunlin.console.login.ProviderPeople.Admitted;
import org.dunlin.store.Stores;
import org.dunlin.work.access.AdmitPerson;
import org.dunlin.work.access.ChangePeople;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/**
 * Signing in at a provider of identities: OpenID Connect's authorization code with PKCE (RFC 7636),
 * state and nonce. Whoever imports it has a bean of {@link Provider}.
 */
@Configuration(proxyBeanMethods = false)
@Import(ProviderPage.class)
public class ProviderConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderConfiguration.class);
  private static final String START = "/oauth2/authorization";

  @Bean
  static ProviderRegistration providerRegistration(Provider provider) {
    return new ProviderRegistration(provider);
  }

  @Bean
  static JwtDecoderFactory<ClientRegistration> idTokens() {
    OidcIdTokenDecoderFactory tokens = new OidcIdTokenDecoderFactory();
    tokens.setJwsAlgorithmResolver(ProviderRegistration::algorithm);
    return tokens;
  }

  @Bean
  static OtherDoor otherDoor(
      Provider provider,
      ProviderRegistration registration,
      Stores stores,
      ChangePeople changes,
      LoginSuccess success,
      Clock clock) {
    AdmitPerson admission = new AdmitPerson(stores, changes, provider.rules());
    ProviderPeople people = new ProviderPeople(provider, admission);
    ProviderLogout logout = new ProviderLogout(registration);
    Arrival arrival = new Arrival(stores, success, clock);
    return new OtherDoor(http -> add(http, registration, people, logout, arrival));
  }

  private static void add(
      HttpSecurity http,
      ProviderRegistration registration,
      ProviderPeople people,
      ProviderLogout logout,
      Arrival arrival) {
    try {
      http.oauth2Login(login -> set(login, registration, people, arrival))
          .logout(out -> out.addLogoutHandler(logout).logoutSuccessHandler(logout));
    } catch (Exception e) {
      throw new IllegalStateException("signing in at a provider cannot be set up", e);
    }
  }

  private static void set(
      OAuth2LoginConfigurer<HttpSecurity> login,
      ProviderRegistration registration,
      ProviderPeople people,
      Arrival arrival) {
    login
        .loginPage("/login")
        .clientRegistrationRepository(registration)
        .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
        .authorizationEndpoint(start -> start.authorizationRequestResolver(requests(registration)))
        .userInfoEndpoint(users -> users.oidcUserService(people))
        .successHandler(arrival::arrived)
        .failureHandler(ProviderConfiguration::failed);
  }

  /**
   * Whoever is signed in already is asked by the provider once more; one that is asked for the age
   * says when that was (OpenID Connect Core 1.0, 3.1.2.1).
   */
  private static DefaultOAuth2AuthorizationRequestResolver requests(
      ProviderRegistration registration) {
    DefaultOAuth2AuthorizationRequestResolver requests =
        new DefaultOAuth2AuthorizationRequestResolver(registration, START);
    requests.setAuthorizationRequestCustomizer(
        OAuth2AuthorizationRequestCustomizers.withPkce()
            .andThen(
                request -> {
                  Authentication caller = SecurityContextHolder.getContext().getAuthentication();
                  if (caller != null && caller.getPrincipal() instanceof SignedIn) {
                    request.additionalParameters(
                        more -> {
                          more.put("prompt", "login");
                          more.put("max_age", String.valueOf(SignedIn.FRESH.toSeconds()));
                        });
                  }
                }));
    return requests;
  }

  /** Makes a session of the hub of what the provider said. */
  private record Arrival(Stores stores, LoginSuccess success, Clock clock) {
    void arrived(HttpServletRequest request, HttpServletResponse response, Authentication come)
        throws ServletException, IOException {
      Admitted admitted = (Admitted) come.getPrincipal();
      Instant now = clock.instant();
      Instant said = said(admitted, now);
      SignedIn person =
          stores
              .people()
              .find(admitted.person())
              .map(each -> SignedIn.of(each, now).saidAgain(said))
              .orElseThrow();
      Authentication entered = Entrance.enter(person, request, response);
      ProviderLogout.keep(request, admitted.getIdToken().getTokenValue());
      success.onAuthenticationSuccess(request, response, entered);
    }

    /** A provider lets people in silently, too: fresh is only what it says was said just now. */
    private static Instant said(Admitted admitted, Instant now) {
      Instant said = admitted.getIdToken().getAuthenticatedAt();
      return said == null ? Instant.EPOCH : said.isAfter(now) ? now : said;
    }
  }

  private static void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    boolean unknown =
        failure instanceof OAuth2AuthenticationException refused
            && refused.getError().getErrorCode().equals(ProviderPeople.UNKNOWN);
    if (!unknown) {
      LOG.warn("Signing in at the provider did not work: {}", failure.getMessage());
    }
    response.sendRedirect(
        request.getContextPath() + "/login?" + (unknown ? "unknown" : "provider"));
  }
}
