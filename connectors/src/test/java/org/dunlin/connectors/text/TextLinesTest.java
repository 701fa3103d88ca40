package org.dunlin.connectors.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.Refusal;
import org.junit.jupiter.api.Test;

/** A file becomes lines, whatever ends them. */
class TextLinesTest {
  private static final int BUFFER = 64 * 1024;

  @Test
  void linesEndByEachOfTheThreeEndsAlsoMixed() throws IOException {
    assertThat(lines("a\nb\r\nc\rd")).containsExactly("a", "b", "c", "d");
    assertThat(lines("a\n\nb\r\n\r\nc\r\rd\n")).containsExactly("a", "", "b", "", "c", "", "d");
    assertThat(lines("\n")).containsExactly("");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void theEndOfALineMayLieOnBothSidesOfWhatIsReadAtOnce() throws IOException {
    String first = "x".repeat(BUFFER - 1);

    assertThat(lines(first + "\r\nb")).containsExactly(first, "b");
    assertThat(lines(first + "\r")).containsExactly(first);
    assertThat(lines("x" + first + "\r\nb\n")).containsExactly("x" + first, "b");
    assertThat(lines(first + "yz\nb")).containsExactly(first + "yz", "b");
  }

  @Test
  void theSignWithWhichOldProgramsEndAFileIsNoText() throws IOException {
    assertThat(lines("a\r\n-\u001a")).containsExactly("a", "-");
    assertThat(lines("a\r\n\u001a")).containsExactly("a", "");
  }

  @Test
  void noDatabaseKeepsTheCharacterZeroSoItIsABlank() throws IOException {
    assertThat(lines("a\u0000b\n\u0000ü")).containsExactly("a b", " ü");
  }

  @Test
  void aLineThatIsTooLongRefusesTheFileWithItsNumber() {
    for (int length : new int[] {BUFFER + 1, 3 * BUFFER}) {
      TextLines lines =
          new TextLines(
              new ByteArrayInputStream(
                  ("short\n" + "x".repeat(length) + "\n").getBytes(StandardCharsets.UTF_8)),
              BUFFER);

      assertThatThrownBy(
              () -> {
                lines.next();
                lines.next();
              })
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.in("file").position()).isEqualTo("line 2");
                assertThat(refusal.in("file").code()).isEqualTo("LINE_TOO_LONG");
              });
    }
  }

  @Test
  void linesAreCountedFromOne() throws IOException {
    TextLines lines = new TextLines(new ByteArrayInputStream(new byte[] {'a', '\n', 'b'}), 10);

    lines.next();
    assertThat(lines.number()).isEqualTo(1);
    lines.next();
    assertThat(lines.number()).isEqualTo(2);
    assertThat(lines.next()).isNull();
  }

  private static List<String> lines(String file) throws IOException {
    TextLines lines =
        new TextLines(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), 4 * BUFFER);
    List<String> all = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      all.add(line);
    }
    return all;
  }
}
