package org.dunlin.connectors.program.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.dunlin.connectors.program.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs say is shown to people: safely, and not more than they read. */
class SentenceTest {
  @Test
  void itIsOneLineWithoutMarksThatNobodySees() {
    assertThat(Sentence.of(" a\r\n\tb\u202Ec\u0000 ")).isEqualTo("a bc");
  }

  @Test
  void itIsNotLong() {
    assertThat(Sentence.of("word ".repeat(1000))).hasSizeLessThanOrEqualTo(301).endsWith("…");
  }

  @Test
  void whatLooksLikeATokenIsLeftOut() {
    assertThat(Sentence.of("The token eyJhbGciOiJIUzI1NiJ9.e30.abc123 has expired"))
        .isEqualTo("The token … has expired");
    assertThat(Sentence.of("key sk_live_51Habcdefghijklmnop, please")).isEqualTo("key …, please");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"x\",\"error_description\":\"said\"}",
        "{\"error\":{\"message\":\"said\"}}",
        "{\"error\":{\"data\":{\"message\":\"said\"},\"code\":200}}",
        "{\"message\":\"said\"}",
        "{\"Detail\":\"said\"}",
        "{\"errors\":[{\"message\":\"said\"}]}",
        "{\"errors\":[\"said\"]}",
        "{\"error\":\"said\"}"
      })
  void itIsFoundWhereProgramsCommonlySayIt(String body) {
    assertThat(Sentence.in(Json.read(body.getBytes(StandardCharsets.UTF_8)))).contains("said");
  }
}
