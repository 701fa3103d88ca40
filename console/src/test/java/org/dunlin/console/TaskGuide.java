package org.dunlin.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of docs/people.md. */
final class TaskGuide {
  private static final Path PAGE = Path.of("..", "docs", "people.md");
  private static final Pattern ROW =
      Pattern.compile("\\| (\\d+) \\| (.+?) \\| (.+) \\|", Pattern.DOTALL);

  /** A page of the menu is in bold, anything else that is pressed in italics. */
  private static final Pattern PRESSED = Pattern.compile("\\*\\*([^*]+)\\*\\*|\\*([^*]+)\\*");

  private TaskGuide() {}

  /**
   * A task.
   *
   * @param task in a sentence
   * @param path as it is written
   */
  record Row(PeopleTask.Person person, int number, String task, String path) {
    /** What is pressed, in the order of the path. */
    List<String> pressed() {
      return PRESSED
          .matcher(path)
          .results()
          .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
          .toList();
    }
  }

  /** All rows, in their order. */
  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    Optional<PeopleTask.Person> whose = Optional.empty();
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        whose =
            Stream.of(PeopleTask.Person.values())
                .filter(person -> person.heading().equals(line.substring(3)))
                .findFirst();
      }
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(
            new Row(
                whose.orElseThrow(() -> new AssertionError("nobody's task: " + line)),
                Integer.parseInt(row.group(1)),
                row.group(2),
                row.group(3)));
      }
    }
    return rows;
  }

  /** The row that a test walks through. */
  static Row row(PeopleTask task) {
    return rows().stream()
        .filter(row -> row.person() == task.person() && row.number() == task.number())
        .findFirst()
        .orElseThrow(() -> new AssertionError("docs/people.md has no " + task));
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
