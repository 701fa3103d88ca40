package org.dunlin.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LinesTest {
  @Property(tries = 200)
  void linesOfAnyLengthAreReadWhole(
      @ForAll @Size(max = 8) List<@IntRange(max = 70_000) Integer> lengths,
      @ForAll boolean endsWithLineEnd)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lengths.forEach(length -> lines.add("x".repeat(length) + "y"));
    String text = String.join("\n", lines) + (endsWithLineEnd ? "\n" : "");
    List<String> expected = lines.isEmpty() && endsWithLineEnd ? List.of("") : lines;
    assertThat(read(new ByteArrayInputStream(bytes(text)))).isEqualTo(expected);
  }

  @Test
  void aStreamThatGivesAByteAtATimeGivesTheSameLines() throws IOException {
    InputStream slow =
        new ByteArrayInputStream(bytes("\uFEFFa\n\nbc")) {
          @Override
          public synchronized int read(byte[] buffer, int from, int length) {
            return super.read(buffer, from, Math.min(length, 1));
          }

          @Override
          public int read(byte[] buffer) {
            return read(buffer, 0, buffer.length);
          }
        };
    assertThat(read(slow)).containsExactly("a", "", "bc");
  }

  @Test
  void aLineOfTheGreatestLengthIsNotTooLongAndOneMoreIs() throws IOException {
    String longest = "x".repeat(Lines.LONGEST);
    Lines lines = new Lines(new ByteArrayInputStream(bytes(longest + "\n" + longest + "x\nend")));
    assertThat(lines.next()).isTrue();
    assertThat(lines.tooLong()).isFalse();
    assertThat(lines.bytes()).hasSize(Lines.LONGEST);
    assertThat(lines.next()).isTrue();
    assertThat(lines.tooLong()).isTrue();
    assertThat(lines.next()).isTrue();
    assertThat(lines.tooLong()).isFalse();
    assertThat(lines.bytes()).isEqualTo(bytes("end"));
    assertThat(lines.number()).isEqualTo(3);
    assertThat(lines.next()).isFalse();
  }

  private static List<String> read(InputStream stream) throws IOException {
    Lines lines = new Lines(stream);
    List<String> read = new ArrayList<>();
    while (lines.next()) {
      read.add(new String(lines.bytes(), StandardCharsets.UTF_8));
    }
    return read;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
