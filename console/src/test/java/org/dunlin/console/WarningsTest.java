package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.store.warning.FailsOnWarnings;
import org.dunlin.store.warning.Warns;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the hub warns of fails the tests that do not announce it. */
@Warns("cold, and colder")
class WarningsTest {
  @Warns("WarningsTest")
  private static final class ByLogger {}

  private static final class ByMethod {
    @Warns("cold, and")
    void test() {}
  }

  @Warns("colder")
  private static final class Otherwise {}

  @Test
  void theyAreGatheredThoughAHubThatStartsSetsUpTheLogAnew() {
    assertThat(Hub.SHARED.address()).isNotEmpty();
    LoggerFactory.getLogger(WarningsTest.class).info("mild");
    LoggerFactory.getLogger(WarningsTest.class).warn("cold, and {}", "colder");
    LoggerFactory.getLogger("com.example.WarningsTest").warn("not ours");

    assertThat(FailsOnWarnings.unannounced(Otherwise.class))
        .singleElement()
        .asString()
        .startsWith("WARN org.dunlin.console.WarningsTest: cold, and colder [");
    assertThat(FailsOnWarnings.unannounced(ByLogger.class)).isEmpty();
    assertThat(FailsOnWarnings.unannounced(ByMethod.class)).isEmpty();
  }

  @Test
  void allTestsOfThisRoomAreLookedAt() {
    assertThat(FailsOnWarnings.watches()).isTrue();
  }
}
