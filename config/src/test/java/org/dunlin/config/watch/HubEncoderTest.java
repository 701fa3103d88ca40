package org.dunlin.config.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the log, in both forms, and what does not. */
class HubEncoderTest {
  private static final String SECRET = "hunter2-hunter2-hunter2-hunter2";

  @BeforeAll
  static void aSecretOfTheSettings() {
    Secrets.know(List.of("the-password-of-the-mail-server", "short"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer hunter2-hunter2-hunter2-hunter2",
        "asked with bearer hunter2-hunter2-hunter2-hunter2 in vain",
        "Basic hunter2-hunter2-hunter2-hunter2",
        "jdbc:postgresql://me:hunter2-hunter2-hunter2-hunter2@db/dunlin",
        "https://a.example/token?client_secret=hunter2-hunter2-hunter2-hunter2&a=b",
        "refresh_token=hunter2-hunter2-hunter2-hunter2",
        "{\"access_token\": \"hunter2-hunter2-hunter2-hunter2\", \"a\": 1}",
        "{\"clientSecret\":\"hunter2-hunter2-hunter2-hunter2\"}",
        "POST /hooks/acme/books/hunter2-hunter2-hunter2-hunter2",
        "POST /invitation/hunter2-hunter2-hunter2-hunter2 refused",
        "GET https://pay.example/p/hunter2-hunter2-hunter2-hunter2",
        "the token dunlin_hunter2-hunter2-hunter2-hunter2-hunter2"
      })
  void noSecretStandsInEitherForm(String words) throws IOException {
    RuntimeException thrown = new IllegalStateException(words, new IOException(words));
    for (String form : List.of(HubEncoder.PLAIN, HubEncoder.JSON)) {
      assertThat(written(form, words, thrown, Map.of("user", words)))
          .as(form)
          .doesNotContain("hunter2")
          .contains("•••");
    }
  }

  @Test
  void aSecretOfTheSettingsStandsInEitherFormUnderNoName() throws IOException {
    for (String form : List.of(HubEncoder.PLAIN, HubEncoder.JSON)) {
      assertThat(written(form, "535 the-password-of-the-mail-server refused", null, Map.of()))
          .doesNotContain("the-password-of-the-mail-server")
          .contains("535 ••• refused");
    }
  }

  @ParameterizedTest
  @CsvSource({"a short story", "token of the bank", "Password of 3 people expired", "/p/about"})
  void whatIsNoSecretStays(String words) throws IOException {
    assertThat(written(HubEncoder.PLAIN, words, null, Map.of())).contains(words);
  }

  @Test
  void aLineForPeopleSaysWhatItIsAbout() throws IOException {
    String line =
        written(
            HubEncoder.PLAIN, "one\nline\u0007", null, Map.of("company", "acme", "user", "ann"));

    assertThat(line)
        .matches(
            "\\d{2}:\\d{2}:\\d{2}\\.\\d{3} WARN  org\\.dunlin\\.Example one\\?line\\?"
                + " \\{company=acme, user=ann}\\R");
  }

  @Test
  void aLineForProgramsIsOneObjectOfTheElasticCommonSchema() throws IOException {
    String line =
        written(
            HubEncoder.JSON,
            "one\nline",
            new IllegalStateException("broke"),
            Map.of("company", "acme"));

    assertThat(line.strip().lines()).hasSize(1);
    JsonNode json = new JsonMapper().readTree(line);
    assertThat(json.get("message").asText()).isEqualTo("one\nline");
    assertThat(json.get("log.level").asText()).isEqualTo("WARN");
    assertThat(json.get("log.logger").asText()).isEqualTo("org.dunlin.Example");
    assertThat(json.get("@timestamp").asText()).isEqualTo("2026-11-27T10:00:00Z");
    assertThat(json.get("service.name").asText()).isEqualTo("dunlin");
    assertThat(json.get("labels").get("company").asText()).isEqualTo("acme");
    assertThat(json.get("error.type").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(json.get("error.stack_trace").asText()).contains("HubEncoderTest");
  }

  @Test
  void theSecretOfThisTestIsNoneThatTheSettingsSay() {
    assertThat(Secrets.masked(SECRET)).isEqualTo(SECRET);
  }

  private static String written(
      String form, String words, @Nullable Throwable thrown, Map<String, String> about)
      throws IOException {
    LoggerContext context = new LoggerContext();
    HubEncoder encoder = new HubEncoder();
    encoder.setContext(context);
    encoder.setForm(form);
    encoder.start();
    LoggingEvent event =
        new LoggingEvent(
            "here", context.getLogger("org.dunlin.Example"), Level.WARN, words, thrown, null);
    event.setInstant(java.time.Instant.parse("2026-11-27T10:00:00Z"));
    event.setMDCPropertyMap(about);
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }
}
