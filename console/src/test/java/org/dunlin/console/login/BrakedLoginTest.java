package org.dunlin.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.TestKeys;
import org.dunlin.store.people.LoginFailures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class BrakedLoginTest {
  private final MovedClock clock = new MovedClock();
  private final OnlyRight passwords = new OnlyRight();
  private final TestDatabase database = TestDatabase.create();
  private final LoginFailures failures =
      Stores.over(database.dataSource(), Duration.ofMinutes(1), clock, TestKeys.RING)
          .signIn()
          .failures();
  private BrakedLogin login = new BrakedLogin(passwords, new LoginAttempts(clock, failures));

  @AfterEach
  void close() {
    database.close();
  }

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
  void neitherARestartNorAnotherProcessOfTheHubForgetsWhatFailed() {
    for (int i = 0; i < 5; i++) {
      wrong("anna", "10.0.0." + i);
    }
    login = new BrakedLogin(passwords, new LoginAttempts(clock, failures));
    early("anna", "10.0.0.9");
    clock.pass(Duration.ofSeconds(16));
    assertThat(attempt("anna", "10.0.0.9", "right")).isNotNull();
    login = new BrakedLogin(passwords, new LoginAttempts(clock, failures));
    wrong("anna", "10.0.0.9");
    assertThat(attempt("anna", "10.0.0.9", "right")).isNotNull();
  }

  @Test
  void afterHalfAnHourWithoutAFailureTheyAreForgotten() {
    for (int i = 0; i < 4; i++) {
      wrong("anna", "10.0.0.1");
    }
    clock.pass(Duration.ofMinutes(31));
    wrong("anna", "10.0.0.1");
    assertThat(attempt("anna", "10.0.0.1", "right")).isNotNull();
  }

  @Test
  void anAttemptThatComesTooEarlyIsNotEvenChecked() {
    for (int i = 0; i < 5; i++) {
      wrong("anna", "10.0.0.1");
    }
    early("anna", "10.0.0.1");
    early("anna", "10.0.0.1");
    assertThat(passwords.checked).hasValue(5);
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

  @Test
  void rightPasswordsAtOneTimeAreAllAccepted() throws Exception {
    try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<@Nullable Authentication>> answers =
          IntStream.range(0, 14)
              .mapToObj(i -> calls.submit(() -> attempt("anna", "10.0.0.1", "right")))
              .toList();
      for (Future<@Nullable Authentication> answer : answers) {
        assertThat(answer.get()).isNotNull();
      }
    }
  }

  @Test
  void wrongPasswordsAtOneTimeAreNoMoreThanTheFreeOnes() {
    wrong("anna", "10.0.0.1");
    passwords.together = new CountDownLatch(4);
    try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        calls.execute(() -> fails("anna", "10.0.0.1"));
      }
    }
    assertThat(passwords.checked).hasValue(5);
    early("anna", "10.0.0.1");
  }

  private void fails(String name, String address) {
    assertThatThrownBy(() -> attempt(name, address, "wrong"))
        .isInstanceOf(AuthenticationException.class);
  }

  /** Knows one password and counts how often it is asked. */
  private static final class OnlyRight implements AuthenticationProvider {
    private final AtomicInteger checked = new AtomicInteger();
    private CountDownLatch together = new CountDownLatch(0);

    @Override
    public Authentication authenticate(Authentication said) {
      checked.incrementAndGet();
      waitForTheOthers();
      if (!"right".equals(said.getCredentials())) {
        throw new BadCredentialsException("wrong");
      }
      return said;
    }

    private void waitForTheOthers() {
      together.countDown();
      try {
        assertThat(together.await(1, TimeUnit.MINUTES)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
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
