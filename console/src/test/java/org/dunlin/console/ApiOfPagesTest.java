package org.dunlin.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people do in the console, programs do over the API, but for what the table says why not. */
class ApiOfPagesTest {
  private static final String TABLE = "api-of-pages.txt";
  private static final String NONE = "-";

  private final List<Row> rows = rows();
  private final Set<String> answered =
      RightRow.answered().stream()
          .map(line -> line.split(",", -1))
          .map(cells -> cells[0] + " " + cells[1])
          .collect(Collectors.toSet());

  @Test
  void theTableNamesEveryPageThatChangesSomethingAndNoOther() {
    List<String> pages =
        answered.stream()
            .filter(each -> each.startsWith("POST ") && !each.startsWith("POST /api/"))
            .map(each -> each.substring("POST ".length()))
            .sorted()
            .toList();

    assertThat(rows).extracting(Row::page).containsExactlyInAnyOrderElementsOf(pages);
  }

  @Test
  void everyOperationThatItNamesIsThere() {
    assertThat(rows).allSatisfy(row -> assertThat(answered).containsAll(row.operations()));
  }

  @Test
  void whatHasNoOperationSaysWhy() {
    assertThat(rows)
        .filteredOn(row -> row.operations().isEmpty())
        .allSatisfy(row -> assertThat(row.why()).as(row.page()).hasSizeGreaterThan(20));
  }

  /**
   * So many have none, eight of them since a program has no password, no second step and nobody to
   * be told of them; whoever adds a page with a button adds its operation, too.
   */
  @Test
  void noMoreAreWithoutOneThanWere() {
    assertThat(rows.stream().filter(row -> row.operations().isEmpty()))
        .hasSizeLessThanOrEqualTo(32);
  }

  /** What a page changes, and by which operations a program does. */
  private record Row(String page, List<String> operations, String why) {}

  private static List<Row> rows() {
    try (InputStream file = ApiOfPagesTest.class.getResourceAsStream(TABLE)) {
      return new String(Objects.requireNonNull(file, TABLE).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ", -1))
          .map(cells -> new Row(cells[0], operations(cells[1]), cells.length > 2 ? cells[2] : ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> operations(String cell) {
    if (cell.equals(NONE)) {
      return List.of();
    }
    List<String> words = Arrays.asList(cell.split(" "));
    return IntStream.range(0, words.size() / 2)
        .mapToObj(i -> words.get(2 * i) + " " + words.get(2 * i + 1))
        .toList();
  }
}
