package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A statement of lines is read one entry at a time, so that its length does not matter. */
class EndlessLinesTest {
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "MT_940 # :20:R|:25:NL91ABNA0417164300|:28C:1|:60F:C261119EUR0,00|"
            + " # :61:2611201120C1,00NTRFX|:86:invoice|",
        "MT_942 # :20:R|:25:NL91ABNA0417164300|:28C:1|:34F:EUR0,|"
            + " # :61:2611201120C1,00NTRFX|:86:invoice|",
        "BAI2 # 01,B,A,261121,0615,1,,,2/|02,A,B,1,261120,,,2/|03,1,,010,0,,,015,0,,/|"
            + " # 16,195,100,Z,FW1,,INVOICE/|"
      })
  void paymentsComeOutWhileTheStatementStillComesIn(Format format, String begin, String entry) {
    int[] payments = {0};

    assertThatThrownBy(
            () ->
                Formats.translator(format)
                    .translate(
                        endless(begin.replace('|', '\n'), entry.replace('|', '\n')),
                        "endless",
                        record -> {
                          if (++payments[0] == 20_000) {
                            throw new Enough();
                          }
                        }))
        .isInstanceOf(Enough.class);
  }

  private static InputStream endless(String begin, String entry) {
    return new SequenceInputStream(
        new Enumeration<>() {
          private boolean begun;

          @Override
          public boolean hasMoreElements() {
            return true;
          }

          @Override
          public InputStream nextElement() {
            String text = begun ? entry : begin;
            begun = true;
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
          }
        });
  }
}
