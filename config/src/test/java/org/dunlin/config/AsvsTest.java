package org.dunlin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/asvs.md} names tests and pages that are there, and says of each line how it is. */
class AsvsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path DOCS = ROOT.resolve("docs");
  private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+\\.\\d+");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");

  private record Line(String number, String asked, String state, String why) {}

  private static List<Line> lines() throws IOException {
    return Files.readAllLines(DOCS.resolve("asvs.md")).stream()
        .map(line -> line.split("\\|"))
        .filter(cells -> cells.length == 5 && NUMBER.matcher(cells[1].strip()).matches())
        .map(c -> new Line(c[1].strip(), c[2].strip(), c[3].strip(), c[4].strip()))
        .toList();
  }

  private static List<String> named(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> rooms = Files.list(ROOT)) {
      return rooms
          .map(room -> room.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(AsvsTest::sources)
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyTestThatALineNamesIsThere() throws IOException {
    Set<String> tests = tests();
    for (Line line : lines()) {
      assertThat(tests).as(line.number()).containsAll(named(TEST, line.why()));
    }
  }

  @Test
  void everyPageThatALineNamesIsThere() throws IOException {
    for (Line line : lines()) {
      for (String page : named(LINK, line.why())) {
        assertThat(DOCS.resolve(page)).as(line.number()).exists();
      }
    }
  }

  @Test
  void everyLineSaysHowItIsAndWhatShowsItOrWhyNot() throws IOException {
    List<Line> lines = lines();
    assertThat(lines).hasSize(259).extracting(Line::number).doesNotHaveDuplicates();
    for (Line line : lines) {
      assertThat(line.state()).as(line.number()).isIn("met", "not met", "does not apply");
      assertThat(line.why()).as(line.number()).isNotBlank();
      if (line.state().equals("met")) {
        assertThat(named(TEST, line.why()).size() + named(LINK, line.why()).size())
            .as(line.number())
            .isPositive();
      }
    }
  }

  @Test
  void theFirstLinesCountThem() throws IOException {
    List<Line> lines = lines();
    assertThat(Files.readString(DOCS.resolve("asvs.md")))
        .contains(
            "Of %d requirements %d are met, %d are not, and %d do not apply."
                .formatted(
                    lines.size(),
                    count(lines, "met"),
                    count(lines, "not met"),
                    count(lines, "does not apply")));
  }

  private static long count(List<Line> lines, String state) {
    return lines.stream().filter(line -> line.state().equals(state)).count();
  }
}
