package org.dunlin.connectors.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final Facts FACTS =
      Facts.NONE
          .with("cursor", Value.of(Instant.parse("2026-11-01T09:00:00.123456Z")))
          .with("today", Value.of(LocalDate.of(2026, 11, 26)))
          .with("key", "a/b c")
          .with("page.number", Value.of(3))
          .with("settings.url", "https://books.example.com/")
          .with("settings.count", new Value.Number(new BigDecimal("1.50")))
          .withSecret("settings.apiKey", "s3cret");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          plain;                     plain
          {page.number};             3
          a{page.number}b{key};      a3ba/b c
          {cursor};                  2026-11-01T09:00:00.123456Z
          {cursor|rfc3339};          2026-11-01T09:00:00.123456Z
          {cursor|rfc3339-seconds};  2026-11-01T09:00:00Z
          {cursor|http-date};        Sun, 01 Nov 2026 09:00:00 GMT
          {cursor|date};             2026-11-01
          {cursor|epoch-seconds};    1793523600
          {cursor|epoch-millis};     1793523600123
          {cursor|odata};            datetime'2026-11-01T09:00:00'
          {cursor|sql};              2026-11-01 09:00:00
          {cursor|date|url};         2026-11-01
          {today|rfc3339};           2026-11-26T00:00:00Z
          {key|url};                 a%2Fb%20c
          {key|upper};               A/B C
          {key|json};                "a/b c"
          {{literal}} {key};         {literal} a/b c
          """)
  void placeholdersBecomeTheirValues(String template, String text) {
    assertThat(Template.of(template).fill(FACTS)).contains(text);
  }

  @Test
  void aStringThatIsOnlyAPlaceholderKeepsItsType() {
    assertThat(Template.of("{page.number}").value(FACTS)).contains(Value.of(3));
    assertThat(Template.of("{settings.count}").value(FACTS))
        .contains(new Value.Number(new BigDecimal("1.50")));
    assertThat(Template.of("{cursor|epoch-seconds}").value(FACTS)).contains(Value.of(1793523600L));
    assertThat(Template.of(" {page.number}").value(FACTS)).contains(Value.of(" 3"));
  }

  @Test
  void whatHasNoValueIsNothing() {
    assertThat(Template.of("from {page.token}").fill(FACTS)).isEmpty();
    assertThatThrownBy(() -> Template.of("/x/{page.token}").filled(FACTS))
        .isInstanceOf(NoValue.class)
        .hasMessage("The request needs a value of {page.token}, which is not known.");
    assertThatThrownBy(() -> Template.of("{key|date}").fill(FACTS))
        .isInstanceOf(NoValue.class)
        .hasMessage("The value of {key} has no form date.");
  }

  @Test
  void valuesCannotLeadAnAddressElsewhere() {
    Template address = Template.of("{settings.url}").then(Template.of("/a b/{key}/x"));

    assertThat(address.address(FACTS)).isEqualTo("https://books.example.com/a%20b/a%2Fb%20c/x");
    assertThatThrownBy(() -> address.address(FACTS.with("key", "..")))
        .isInstanceOf(NoValue.class)
        .hasMessageContaining("cannot stand in an address");
    assertThat(Template.of("https://x/{key}").address(FACTS.with("key", "@evil.com?#")))
        .isEqualTo("https://x/%40evil.com%3F%23");
  }

  @Test
  void aTextNamesNoValues() {
    assertThat(FACTS.toString()).contains("settings.apiKey").doesNotContain("s3cret");
  }

  @Test
  void mappingsAreToldNoSecrets() {
    assertThat(FACTS.variables().get("settings"))
        .isEqualTo(
            Json.read(
                "{\"url\":\"https://books.example.com/\",\"count\":1.50}"
                    .getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {key;          a brace must be part of a placeholder
          key};          a brace must be part of a placeholder
          {Key};         a brace must be part of a placeholder
          { key };       a brace must be part of a placeholder
          {key|shout};   the filter shout is not known
          """)
  void whatIsNoPlaceholderIsRefused(String template, String reason) {
    assertThatThrownBy(() -> Template.of(template))
        .isInstanceOf(WrongTemplate.class)
        .hasMessageContaining(reason);
  }
}
