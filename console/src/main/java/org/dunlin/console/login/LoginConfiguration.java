package org.dunlin.console.login;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.SessionTrackingMode;
import java.time.Clock;
import java.util.Set;
import org.dunlin.console.FirstAdministrator;
import org.dunlin.console.look.ContentPolicy;
import org.dunlin.console.right.NotedRefusals;
import org.dunlin.store.Stores;
import org.dunlin.work.access.ChangePeople;
import org.dunlin.work.access.SecondFactor;
import org.dunlin.work.access.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Everything behind a login but the login itself and its style sheet. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import({LoginPage.class, CodePage.class, InvitationPage.class})
public class LoginConfiguration {
  private static final String COOKIE = "dunlin";

  @Bean
  SecurityFilterChain consoleFilters(
      HttpSecurity http,
      Stores stores,
      LoginSuccess success,
      HttpSessionRequestCache asked,
      ObjectProvider<OtherDoor> others,
      ObjectProvider<PageRates> rates,
      Clock clock)
      throws Exception {
    http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/login", "/login/*", "/invitation/*", "/assets/*")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage("/login")
                    .successHandler(success)
                    .failureHandler(new LoginFailure(stores)))
        .logout(
            logout ->
                logout
                    .addLogoutHandler((request, response, caller) -> end(stores, caller))
                    .logoutSuccessUrl("/login?out")
                    .deleteCookies(COOKIE))
        .requestCache(cache -> cache.requestCache(asked))
        .addFilterBefore(
            new SessionGuard(stores.signIn().sessions(), clock), AuthorizationFilter.class)
        .addFilterAfter(new NotedRefusals(), SecurityContextHolderFilter.class)
        .addFilterAfter(
            new PageLimit(rates.getIfAvailable(() -> PageRates.USUAL)), HeaderWriterFilter.class)
        .csrf(Customizer.withDefaults())
        .headers(LoginConfiguration::headers);
    others.ifAvailable(other -> other.filters().customize(http));
    return http.build();
  }

  private static void end(Stores stores, @Nullable Authentication caller) {
    if (caller != null && caller.getPrincipal() instanceof SignedIn person) {
      stores.signIn().sessions().end(person.session(), person.name());
    }
  }

  /** What a stranger asked for before they signed in. */
  @Bean
  static HttpSessionRequestCache askedBefore() {
    HttpSessionRequestCache asked = new HttpSessionRequestCache();
    asked.setMatchingRequestParameterName(null);
    return asked;
  }

  @Bean
  static LoginSuccess loginSuccess(Stores stores, HttpSessionRequestCache asked) {
    LoginSuccess success = new LoginSuccess(stores);
    success.setRequestCache(asked);
    return success;
  }

  @Bean
  static WebMvcConfigurer askedAnew(Clock clock) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FreshGuard(clock));
      }
    };
  }

  /** Headers that a response of its own kind may set for itself; these stand where it does not. */
  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
        .addHeaderWriter(new StaticHeadersWriter("X-Frame-Options", "DENY"))
        .contentSecurityPolicy(content -> content.policyDirectives(ContentPolicy.PAGE))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return Passwords.encoder();
  }

  @Bean
  FirstAdministrator firstAdministrator(Stores stores, PasswordEncoder encoder) {
    return new FirstAdministrator(stores.people(), encoder);
  }

  @Bean
  AuthenticationProvider login(
      Stores stores,
      PasswordEncoder encoder,
      LoginAttempts attempts,
      SecondFactor factor,
      SignInRules rules,
      Clock clock) {
    AuthenticationProvider passwords = passwords(stores, encoder, attempts, clock);
    return new TwoSteps(passwords, stores.people(), factor, rules, clock);
  }

  /** The password alone. */
  static AuthenticationProvider passwords(
      Stores stores, PasswordEncoder encoder, LoginAttempts attempts, Clock clock) {
    HubLogins logins = new HubLogins(stores.people(), clock);
    DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(logins);
    passwords.setPasswordEncoder(encoder);
    passwords.setUserDetailsPasswordService(logins);
    return new BrakedLogin(passwords, attempts);
  }

  @Bean
  SecondFactor secondFactor(Stores stores, Clock clock) {
    return new SecondFactor(stores, clock);
  }

  @Bean
  CodeCheck codeCheck(SecondFactor factor, LoginAttempts attempts) {
    return new CodeCheck(factor, attempts);
  }

  @Bean
  LoginAttempts loginAttempts(Clock clock, Stores stores) {
    return new LoginAttempts(clock, stores.signIn().failures());
  }

  @Bean
  ChangePeople changePeople(Stores stores, Clock clock) {
    return new ChangePeople(stores, clock);
  }

  @Bean
  OwnSessions ownSessions(
      LoginAttempts attempts,
      CodeCheck codes,
      SecondFactor factor,
      PasswordEncoder encoder,
      ChangePeople changes,
      Stores stores,
      Clock clock) {
    AuthenticationProvider passwords = passwords(stores, encoder, attempts, clock);
    return new OwnSessions(passwords, codes, factor, encoder, changes, stores, clock);
  }

  @Bean
  Tokens tokens(Stores stores, Clock clock) {
    return new Tokens(stores, clock);
  }

  @Bean
  TokenLogin tokenLogin(Tokens tokens, LoginAttempts attempts) {
    return new TokenLogin(tokens, attempts);
  }

  /** The session lives in a cookie that scripts do not see and other sites cannot post with. */
  @Bean
  ServletContextInitializer sessionCookie() {
    return context -> {
      context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
      context.getSessionCookieConfig().setName(COOKIE);
      context.getSessionCookieConfig().setHttpOnly(true);
    };
  }

  @Bean
  static SessionIds sessionIds() {
    return new SessionIds();
  }

  @Bean
  CookieSameSiteSupplier sameSite() {
    return CookieSameSiteSupplier.ofLax().whenHasName(COOKIE);
  }
}
