package org.dunlin.config.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** A session that nobody uses any more does not lie open for the rest of the day. */
class IdleSessionTest {
  @Test
  void itEndsAfterHalfAnHourUnlessTheSettingsSayOtherwise() throws IOException {
    Object timeout =
        new YamlPropertySourceLoader()
            .load("settings", new ClassPathResource("application.yaml"))
            .getFirst()
            .getProperty("server.servlet.session.timeout");
    assertThat(DurationStyle.detectAndParse(String.valueOf(timeout)))
        .isEqualTo(Duration.ofMinutes(30));
  }
}
