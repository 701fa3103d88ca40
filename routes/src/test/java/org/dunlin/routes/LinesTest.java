package org.dunlin.routes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dunlin.core.port.Line;
import org.dunlin.core.port.NotSent;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static final Instant ASKED = Instant.parse("2026-11-26T09:00:00Z");
  private static final Line LINE = new Line("acme", "books", "shop", 0, List.of());

  private final Lines lines = new Lines();

  @Test
  void whatAPersonAsksIsHeededOnceHoweverOftenAProcessHearsOfIt() throws Exception {
    fails();
    lines.forgive("acme", "books", ASKED);
    assertThatCode(() -> lines.take(LINE).giveBack()).doesNotThrowAnyException();
    fails();
    lines.forgive("acme", "books", ASKED);
    lines.forgive("acme", "books", ASKED.minusSeconds(1));
    assertThatThrownBy(() -> lines.take(LINE)).isInstanceOf(NotSent.class);
    lines.forgive("acme", "books", ASKED.plusMillis(1));

    assertThatCode(() -> lines.take(LINE).giveBack()).doesNotThrowAnyException();
  }

  private void fails() throws NotSent {
    for (int i = 0; i < 5; i++) {
      Lines.Place place = lines.take(LINE);
      place.breaker().onError(1, TimeUnit.MILLISECONDS, new IOException("down"));
      place.giveBack();
    }
  }
}
