package org.dunlin.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.message.Language;
import org.junit.jupiter.api.Test;

/** What is not taken is said in the reader's language, beside the sentence with its particulars. */
class ProblemWordsTest {
  private static final Pattern CODE =
      Pattern.compile(
          "(?:Refusal|Problem|refused|problem)\\(\\s*\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");

  private static final List<Path> ROOMS =
      List.of(
          Path.of("..", "connectors", "src", "main", "java", "org", "dunlin", "connectors"),
          Path.of("..", "work", "src", "main", "java", "org", "dunlin", "work", "translate"));

  /** What keeps a payment out of a file for DATEV is no problem of what came in. */
  private static final Set<String> OUTGOING = Set.of("NO_LEDGER_ACCOUNT", "OUTSIDE_PERIOD");

  @Test
  void everyCodeOfWhatIsNotTakenHasAMeaning() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Path room : ROOMS) {
      try (Stream<Path> sources = Files.walk(room)) {
        sources
            .filter(each -> each.toString().endsWith(".java"))
            .forEach(
                each -> CODE.matcher(text(each)).results().forEach(m -> codes.add(m.group(1))));
      }
    }
    codes.removeAll(OUTGOING);
    Set<String> said =
        Phrases.of(Language.EN).all("problems").keySet().stream()
            .map(key -> key.substring("problems.".length()))
            .collect(Collectors.toSet());

    assertThat(codes).hasSizeGreaterThan(40);
    assertThat(said).containsAll(codes);
  }

  @Test
  void theMeaningIsInTheReadersLanguageAndEnglishHasTheSentenceItself() {
    assertThat(words(Language.NL).problem("UNKNOWN_ACCOUNT"))
        .hasValueSatisfying(said -> assertThat(said).startsWith("Geen bedrijf van de hub"));
    assertThat(words(Language.EN).problem("UNKNOWN_ACCOUNT")).isEmpty();
    assertThat(words(Language.DE).problem("A_CODE_OF_TOMORROW")).isEmpty();
  }

  private static Words words(Language language) {
    return new Words(language, ZoneOffset.UTC, Instant.EPOCH);
  }

  private static String text(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
