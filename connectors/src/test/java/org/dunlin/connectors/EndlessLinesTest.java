package org.dunlin.connectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements of lines are read one entry at a time, so that their length does not matter. */
class EndlessLinesTest {
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @ParameterizedTest
  @CsvSource({
    "CODA, /fuzz/statement.cod, 2100010000, 8017",
    "CFONB_120, /fuzz/statement.cfonb120, 0430006, 0730006",
    "OFX, /fuzz/statement-1.ofx, <STMTTRN>, </BANKTRANLIST>",
    "OFX, /fuzz/statement-2.ofx, <STMTTRN>, </BANKTRANLIST>"
  })
  void paymentsComeOutWhileTheStatementStillComesIn(
      Format format, String file, String entries, String end) throws IOException {
    String text = text(file);
    int first = text.indexOf(entries);
    InputStream endless =
        endless(text.substring(0, first), text.substring(first, text.indexOf(end)));
    int[] records = {0};

    assertThatThrownBy(() ->
            Formats.translator(format)
                .translate(
                    endless,
                    "endless",
                    record -> {
                      if (++records[0] == 20_000) {
                        throw new Enough();
                      }
                    }))
        .isInstanceOf(Enough.class);
  }

  private static String text(String file) throws IOException {
    try (InputStream stream = EndlessLinesTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(stream, file).readAllBytes(), ISO_8859_1);
    }
  }

  private static InputStream endless(String begin, String again) {
    byte[] rest = again.repeat(20).getBytes(ISO_8859_1);
    return new SequenceInputStream(
        new ByteArrayInputStream(begin.getBytes(ISO_8859_1)),
        new SequenceInputStream(
            new Enumeration<>() {
              @Override
              public boolean hasMoreElements() {
                return true;
              }

              @Override
              public InputStream nextElement() {
                return new ByteArrayInputStream(rest);
              }
            }));
  }
}
