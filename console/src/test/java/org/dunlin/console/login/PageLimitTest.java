package org.dunlin.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import org.dunlin.console.Hub;
import org.dunlin.store.Ids;
import org.dunlin.store.access.Permits;
import org.dunlin.store.warning.Warns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;

/** Nobody presses more buttons than a person can, and who asks for very much is noticed. */
@Warns("PageLimit")
class PageLimitTest {
  private final PageLimit limit = new PageLimit(new PageRates(3, 5));
  private final Logger log = (Logger) LoggerFactory.getLogger(PageLimit.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void leave() {
    log.detachAppender(lines);
    SecurityContextHolder.clearContext();
  }

  private static void signIn(String name) {
    SignedIn person =
        new SignedIn(name, "{x}", Permits.NONE, true, 1, Instant.EPOCH, Instant.EPOCH, Ids.next());
    SecurityContextHolder.getContext()
        .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, null));
  }

  private MockHttpServletResponse ask(String method, String address) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/mode");
    request.setRemoteAddr(address);
    MockHttpServletResponse response = new MockHttpServletResponse();
    limit.doFilter(request, response, new MockFilterChain());
    return response;
  }

  @Test
  void moreChangesThanThatAreRefusedWhereverThePersonIs() throws Exception {
    signIn("anna");
    for (int i = 0; i < 3; i++) {
      assertThat(ask("POST", "192.0.2." + i).getStatus()).isEqualTo(200);
    }
    MockHttpServletResponse refused = ask("POST", "192.0.2.9");
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 60);
    assertThat(ask("GET", "192.0.2.9").getStatus()).isEqualTo(200);
    signIn("bert");
    assertThat(ask("POST", "192.0.2.9").getStatus()).isEqualTo(200);
  }

  @Test
  void ofWhomNobodyKnowsItIsTheAddressThatCounts() throws Exception {
    for (int i = 0; i < 3; i++) {
      ask("POST", "192.0.2.1");
    }
    assertThat(ask("POST", "192.0.2.1").getStatus()).isEqualTo(429);
    assertThat(ask("POST", "192.0.2.2").getStatus()).isEqualTo(200);
  }

  @Test
  void whoReadsVeryMuchIsNoticedOnceAndGoesOn() throws Exception {
    signIn("anna");
    for (int i = 0; i < 9; i++) {
      assertThat(ask("GET", "192.0.2.1").getStatus()).isEqualTo(200);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .singleElement()
        .asString()
        .contains("person anna has asked the console 5 times");
  }

  @Test
  void itStandsBeforeThePagesAndNotBeforeTheApi() {
    assertThat(
            Hub.SHARED
                .context()
                .getBean("springSecurityFilterChain", FilterChainProxy.class)
                .getFilterChains())
        .filteredOn(PageLimitTest::holdsOne)
        .hasSize(1);
  }

  private static boolean holdsOne(SecurityFilterChain chain) {
    return chain.getFilters().stream().anyMatch(PageLimit.class::isInstance);
  }
}
