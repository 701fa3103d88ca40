package org.dunlin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that opens anything lies in the sources, the pages of docs or the scripts. */
class NoSecretInSourceTest {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();

  /** As they look that programs give out. */
  private static final Pattern SECRET =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY-----\\s*[A-Za-z0-9+/=\\s]{60}"
              + "|\\bAKIA[0-9A-Z]{16}\\b"
              + "|\\b[sr]k_(live|test)_[A-Za-z0-9]{16,}"
              + "|\\blive_[A-Za-z0-9]{24,}"
              + "|\\bwhsec_[A-Za-z0-9+/]{24,}"
              + "|\\bgh[pousr]_[A-Za-z0-9]{30,}"
              + "|\\bxox[abprs]-[0-9A-Za-z-]{20,}"
              + "|\\bAIza[0-9A-Za-z_-]{35}"
              + "|\\bdunlin_[A-Za-z0-9_-]{43}"
              + "|\\beyJ[A-Za-z0-9_-]{16,}\\.eyJ[A-Za-z0-9_-]{16,}\\."
              + "|://[^/\\s:@{}$<>\"]+:[^/\\s:@{}$<>\"]{6,}@");

  /** With which Standard Webhooks shows how signing goes, for everybody to try. */
  private static final String PUBLISHED = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final Pattern NAMED =
      Pattern.compile("(?i).*(password|passwd|secret|token|api_?key|private_?key|credential).*");

  /** A text without a blank in which letters and digits are mixed. */
  private static final Pattern LOOKS_MADE = Pattern.compile("(?=.*\\d)(?=.*[A-Za-z])[^\\s./]{10,}");

  private static List<Path> files() {
    return Stream.of(
            "core",
            "connectors",
            "store",
            "work",
            "routes",
            "console",
            "config",
            "sandbox",
            "bench")
        .map(room -> room + "/src/main")
        .flatMap(place -> below(TOP.resolve(place)))
        .toList();
  }

  private static Stream<Path> others() {
    return Stream.concat(
        Stream.of("docs", ".ci").flatMap(place -> below(TOP.resolve(place))),
        Stream.of("README.md", "dunlin", "pom.xml").map(TOP::resolve));
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .replace(PUBLISHED, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noFileHoldsWhatLooksLikeOne() {
    List<Path> all = Stream.concat(files().stream(), others()).toList();
    assertThat(all).hasSizeGreaterThan(1_500);
    assertThat(all)
        .filteredOn(file -> SECRET.matcher(text(file)).find())
        .as("files with something that looks like a secret")
        .isEmpty();
  }

  @Test
  void noConstantOrVariableThatIsNamedSoHoldsOne() {
    assertThat(SourceTrees.read().assigned())
        .isNotEmpty()
        .allSatisfy(
            (name, text) -> {
              if (NAMED.matcher(name.substring(name.indexOf('.') + 1)).matches()) {
                assertThat(LOOKS_MADE.matcher(text).matches()).as(name).isFalse();
              }
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key: sk_live_0123456789abcdefghij",
        "AKIA0123456789ABCDEF",
        "jdbc:postgresql://hub:hunter2hunter2@db/dunlin",
        "token dunlin_0123456789012345678901234567890123456789012"
      })
  void whatLooksLikeOneIsFound(String text) {
    assertThat(SECRET.matcher(text).find()).isTrue();
  }
}
