package org.dunlin.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dunlin.core.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the hub says about connections is said in the reader's language, and vendors' words stay.
 */
class ReasonsTest {
  private static final Path SCHEMA = Path.of("..", "docs", "program.schema.json");
  private static final List<String> SAYING = List.of("core", "connectors", "work", "routes");

  @ParameterizedTest
  @ValueSource(strings = {"reasons", "faults"})
  void everyPhraseIsOfASentenceThatTheHubStillSays(String file) throws IOException {
    String literals = literals() + Files.readString(SCHEMA);
    List<String> forgotten = new ArrayList<>();
    Phrases.of(Language.EN)
        .all(file)
        .forEach(
            (key, sentence) ->
                Stream.of(sentence.split("\\{\\d}|[.:;,()]"))
                    .map(String::strip)
                    .filter(part -> !literals.contains(part.replace('’', '\'')))
                    .forEach(part -> forgotten.add(key + ": " + part)));

    assertThat(forgotten).isEmpty();
  }

  @Test
  void whatAnAgencySaysAndWhatIsWrongWithRatesIsSaidInOtherLanguages() {
    assertThat(Reasons.in(Language.DE, "Incasso Noord: the case is before a court."))
        .contains("Incasso Noord: der Fall liegt bei Gericht.");
    assertThat(Reasons.in(Language.NL, "status is maybe; write known or check"))
        .contains("status is maybe; schrijf known of check");
  }

  /** What stands between quotes in the sources, with what is put together of several lines. */
  private static String literals() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String room : SAYING) {
      try (Stream<Path> sources = Files.walk(Path.of("..", room, "src", "main", "java"))) {
        sources.filter(each -> each.toString().endsWith(".java")).forEach(each -> add(all, each));
      }
    }
    return all.toString();
  }

  private static void add(StringBuilder all, Path source) {
    try {
      all.append(Files.readString(source).replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatAProgramSaysStaysAsItSaysItBehindTheHubsOwnWords() {
    Words.Reason reason =
        words(Language.DE)
            .reason("Moneybird has been asked too often (HTTP 429): Slow down: 150 per 5 minutes");

    assertThat(reason.text())
        .isEqualTo("Moneybird wurde zu oft gefragt (HTTP 429): Slow down: 150 per 5 minutes");
    assertThat(reason.code()).isNull();
  }

  @Test
  void aSentenceWithinASentenceAndTheLabelOfAFieldAreSaidToo() {
    assertThat(
            words(Language.NL)
                .reason(
                    "Moneybird has been asked too often (HTTP 429). Nothing was asked; test again"
                        + " in 5 minutes.")
                .text())
        .isEqualTo(
            "Moneybird is te vaak bevraagd (HTTP 429). Er is niets gevraagd; test opnieuw over 5"
                + " minuten.");
    assertThat(words(Language.FR).reason("Private key is longer than 10000 characters.").text())
        .isEqualTo("Clé privée dépasse 10000 caractères.");
  }

  @Test
  void whatIsWrongWithAFolderIsSaidWithThePlaceAndTheValuesAsTheyStandThere() {
    assertThat(
            words(Language.DE)
                .fault("streams.invoices.every: a duration such as PT15M is expected, not 1m.")
                .text())
        .isEqualTo("streams.invoices.every: erwartet wird eine Dauer wie PT15M, nicht 1m.");
    assertThat(
            words(Language.NL)
                .fault("The manifest: recrods is not known here; known are program, name.")
                .text())
        .isEqualTo("Het manifest: recrods is hier onbekend; bekend zijn program, name.");
    assertThat(
            words(Language.FR)
                .fault(
                    "streams.invoices: {cursor} is in the request, and the stream has no cursor.")
                .text())
        .isEqualTo(
            "streams.invoices\u00a0: {cursor} est dans la request, et le flux n’a pas de cursor.");
    assertThat(words(Language.DE).fault("Something that only a program says").code())
        .isEqualTo("en");
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, mode = Mode.EXCLUDE, names = "EN")
  void theWordsOfOthersAreMarkedAsEnglish(Language language) {
    String theirs = "Odoo: Expected singleton: account.move(1, 2)";
    Words.Reason reason = words(language).reason(theirs);

    assertThat(reason.text()).isEqualTo(theirs);
    assertThat(reason.code()).isEqualTo("en");
  }

  @Test
  void anEnglishReaderReadsWhatWasKept() {
    assertThat(words(Language.EN).reason("A person paused it."))
        .isEqualTo(new Words.Reason("A person paused it.", null));
  }

  private static Words words(Language language) {
    return new Words(language, ZoneOffset.UTC, Instant.EPOCH);
  }
}
