package org.dunlin.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.dunlin.console.Hub;
import org.dunlin.store.access.Scope;
import org.dunlin.work.access.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;

/** How often tokens may be tried. */
class TokenLoginTest {
  private static final String WRONG = Tokens.PREFIX + "A".repeat(43);

  private final Tokens tokens = new Tokens(Hub.SHARED.stores(), Clock.systemUTC());
  private final TokenLogin login =
      new TokenLogin(
          tokens, new LoginAttempts(Clock.systemUTC(), Hub.SHARED.stores().signIn().failures()));

  @Test
  void afterFiveWrongTokensOfAnAddressItHasToWait() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> login.check(WRONG, "192.0.2.1"))
          .isInstanceOf(BadCredentialsException.class);
    }

    assertThatThrownBy(() -> login.check(WRONG, "192.0.2.1")).isInstanceOf(LockedException.class);
    assertThatThrownBy(() -> login.check("nothing like a token", "192.0.2.1"))
        .isInstanceOf(LockedException.class);
    assertThatThrownBy(() -> login.check(WRONG, "192.0.2.2"))
        .isInstanceOf(BadCredentialsException.class);
  }

  @Test
  void whoHasARightTokenDoesNotSufferFromWhoeverTriesAtTheSameAddress() {
    String secret =
        tokens.make("t" + UUID.randomUUID(), Set.of(Scope.READ), null, null, "anna").secret();
    for (int i = 0; i < 6; i++) {
      assertThatThrownBy(() -> login.check(WRONG, "192.0.2.3"));
    }

    assertThat(login.check(secret, "192.0.2.3").scopes()).containsExactly(Scope.READ);
  }
}
