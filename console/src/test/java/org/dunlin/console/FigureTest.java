package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.Test;

class FigureTest {
  private final Scene scene = new Scene();

  /**
   * Issued on 21 October: the 20 days of November, in which nothing was sold, and 31 of October.
   */
  @Test
  void thePageAndTheApiSayTheDaysAndFromWhenTheOthersAreKnown() {
    UUID customer = scene.customer("Bakkerij Jansen");
    scene.invoice(customer, "2026-0042", Scene.TODAY, "121.00");

    assertThat(Text.of(Browser.signedIn().open(scene.page())))
        .contains("DSO, by count-back 51 days")
        .contains("Not known before");
    assertThat(
            Caller.allowed(scene.id(), Scope.READ)
                .get("/api/v1/companies/" + scene.id() + "/figures")
                .body())
        .contains("\"on\":\"2026-11-20\"", "\"open\":\"121.00\"", "\"notBefore\":\"");
  }
}
