package org.dunlin.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.dunlin.store.Ids;
import org.dunlin.store.access.Permits;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.web.method.HandlerMethod;

/** Whoever said their password long ago is asked for it before what needs a fresh one. */
class FreshGuardTest {
  private static final Instant MORNING = Instant.parse("2026-11-27T07:00:00Z");

  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  static class Handlers {
    @Fresh
    public void needsIt() {}

    public void doesNot() {}
  }

  private boolean called(String method, Duration later) throws Exception {
    SignedIn anna =
        new SignedIn("anna", "{x}", Permits.NONE, true, 3, MORNING, MORNING, Ids.next());
    request.setUserPrincipal(UsernamePasswordAuthenticationToken.authenticated(anna, null, null));
    Clock clock = Clock.fixed(MORNING.plus(later), ZoneOffset.UTC);
    return new FreshGuard(clock)
        .preHandle(request, response, new HandlerMethod(new Handlers(), method));
  }

  @Test
  void withinTenMinutesNothingIsAsked() throws Exception {
    assertThat(called("needsIt", Duration.ofMinutes(9))).isTrue();
    assertThat(response.getRedirectedUrl()).isNull();
  }

  @Test
  void laterAButtonLeadsToThePageThatAsksAndBackToItsPage() throws Exception {
    request.setMethod("POST");
    request.setParameter("company", "acme");
    request.setParameter("back", "/tokens?company=acme");
    assertThat(called("needsIt", Duration.ofMinutes(10))).isFalse();
    assertThat(response.getRedirectedUrl())
        .isEqualTo("/account/again?company=acme&back=%2Ftokens%3Fcompany%3Dacme");
  }

  @Test
  void laterAPageLeadsThereAndBackToItself() throws Exception {
    request.setMethod("GET");
    request.setRequestURI("/account/second-factor");
    request.setQueryString("company=acme");
    request.setParameter("company", "acme");
    assertThat(called("needsIt", Duration.ofHours(1))).isFalse();
    assertThat(response.getRedirectedUrl())
        .isEqualTo("/account/again?company=acme&back=%2Faccount%2Fsecond-factor%3Fcompany%3Dacme");
  }

  @Test
  void whatNeedsNoFreshPasswordIsCalledHoweverLongAgoItWasSaid() throws Exception {
    assertThat(called("doesNot", Duration.ofHours(11))).isTrue();
  }
}
