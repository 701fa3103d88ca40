package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.dunlin.store.company.Restored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the console says of a hub that was restored, until somebody says that it is settled. */
class RestoredTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();

  @BeforeEach
  void restore() {
    scene
        .stores()
        .settings()
        .setRestored(
            new Restored(
                Instant.parse("2026-11-24T15:00:00Z"), Instant.parse("2026-11-24T01:30:00Z")),
            Restored.Next.HOLD);
  }

  @AfterEach
  void settle() {
    scene.stores().settings().settleRestored();
    scene.stores().settings().doneAfterRestore();
  }

  @Test
  void everyPageSaysFromWhenItIsAndWhatThatMeans() {
    assertThat(browser.open(scene.page()).body())
        .contains(
            "This hub was restored from a backup of 24 Nov 2026, 02:30:00 CET.", "It is settled");
  }

  @Test
  void oncePeopleHaveSettledItTheNoticeGoes() {
    HttpResponse<String> answer = browser.press("/restored", "company", scene.id());
    assertThat(browser.follow(answer).body())
        .contains("The restore is settled")
        .doesNotContain("It is settled");
    assertThat(scene.stores().settings().restored()).isEmpty();
    assertThat(scene.stores().journal().newest(scene.id(), 1))
        .singleElement()
        .satisfies(entry -> assertThat(entry.event()).isEqualTo("RESTORE_SETTLED"));
  }
}
