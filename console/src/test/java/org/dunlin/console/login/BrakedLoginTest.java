package org.dunlin.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class BrakedLoginTest {
  private final MovedClock clock = new MovedClock();
  private final OnlyRight passwords = new OnlyRight();
  private final BrakedLogin login = new BrakedLogin(passwords, new LoginAttempts(clock));

  private @Nullable Authentication attempt(String name, String address, String password) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    UsernamePasswordAuthenticationToken said =
        UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    said.setDetails(new WebAuthenticationDetails((HttpServletRequest) request));
    return login.authenticate(said);
  }

  private void wrong(String name, String address) {
    assertThatThrownBy(() -> attempt(name, address, "wrong"))
        .isInstanceOf(BadCredentialsException.class);
  }

  private void early(String name, String address) {
    assertThatThrownBy(() -> attempt(name, address, "right")).isInstanceOf(LockedException.class);
  }

  @Test
  void afterFiveWrongPasswordsEvenTheRightOneMustWait() {
    for (int i = 0; i < 5; i++) {
      wrong("anna", "10.0.0." + i);
    }
    early("anna", "10.0.0.9");
    clock.pass(Duration.ofSeconds(16));
    assertThat(attempt("anna", "10.0.0.9", "right")).isNotNull();
  }

  @Test
  void anAddressThatTriesManyNamesMustWaitToo() {
    for (int i = 0; i < 5; i++) {
      wrong("name" + i, "10.0.0.1");
    }
    early("anna", "10.0.0.1");
    assertThat(attempt("anna", "10.0.0.2", "right")).isNotNull();
  }

  @Test
  void anAttemptThatComesTooEarlyIsNotEvenChecked() {
    for (int i = 0; i < 5; i++) {
      wrong("anna", "10.0.0.1");
    }
    early("anna", "10.0.0.1");
    early("anna", "10.0.0.1");
    assertThat(passwords.checked).isEqualTo(5);
  }

  @Test
  void everyFurtherFailureDoublesTheWait() {
    for (int i = 0; i < 5; i++) {
      wrong("anna", "10.0.0.1");
    }
    clock.pass(Duration.ofSeconds(16));
    wrong("anna", "10.0.0.1");
    clock.pass(Duration.ofSeconds(16));
    early("anna", "10.0.0.1");
    clock.pass(Duration.ofSeconds(15));
    assertThat(attempt("anna", "10.0.0.1", "right")).isNotNull();
  }

  @Test
  void noWaitIsLongerThanAQuarterOfAnHour() {
    for (int i = 0; i < 40; i++) {
      wrong("anna", "10.0.0.1");
      clock.pass(Duration.ofMinutes(15).plusSeconds(1));
    }
    assertThat(attempt("anna", "10.0.0.1", "right")).isNotNull();
  }

  @Test
  void theRightPasswordForgetsTheWrongOnes() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 4; i++) {
        wrong("anna", "10.0.0.1");
      }
      assertThat(attempt("anna", "10.0.0.1", "right")).isNotNull();
    }
  }

  /** Knows one password and counts how often it is asked. */
  private static final class OnlyRight implements AuthenticationProvider {
    private int checked;

    @Override
    public Authentication authenticate(Authentication said) {
      checked++;
      if (!"right".equals(said.getCredentials())) {
        throw new BadCredentialsException("wrong");
      }
      return said;
    }

    @Override
    public boolean supports(Class<?> authentication) {
      return true;
    }
  }

  /** Stands still until it is moved. */
  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
