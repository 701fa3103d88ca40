package org.dunlin.console.api;

import java.time.Clock;
import org.dunlin.console.FirstAdministrator;
import org.dunlin.store.Stores;
import org.dunlin.work.privacy.EraseCustomer;
import org.dunlin.work.privacy.ExportCustomer;
import org.dunlin.work.profile.ChangeProfile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * The API and who may call it: the hub's users by HTTP Basic (RFC 7617), each request for itself.
 * It knows no session, so that a page of another site cannot call it in somebody's name; a browser
 * that was told a password is refused where another site asks.
 */
@Configuration(proxyBeanMethods = false)
@Import({ApiProblems.class, ProfileProblems.class})
public class ApiConfiguration {
  private static final String PATHS = "/api/**";

  @Bean
  @Order(1)
  SecurityFilterChain apiFilters(HttpSecurity http) throws Exception {
    Refusals refusals = new Refusals();
    return http.securityMatcher(PATHS)
        .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(FirstAdministrator.ROLE))
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(CsrfConfigurer::disable)
        .addFilterBefore(new OwnSiteOnly(refusals), AuthorizationFilter.class)
        .build();
  }

  @Bean
  CustomerApi customerApi(Stores stores, Clock clock) {
    return new CustomerApi(stores, new ExportCustomer(stores, clock), new EraseCustomer(stores));
  }

  @Bean
  ProfileApi profileApi(Stores stores, ChangeProfile changes) {
    return new ProfileApi(stores, changes);
  }
}
