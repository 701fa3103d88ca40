package org.dunlin.connectors.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.dunlin.connectors.Untranslatable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tag, name or entity without an end is refused long before it fills the memory. */
class EndlessMarkupTest {
  @ParameterizedTest
  @ValueSource(strings = {"<a><", "<a><b ", "<a></", "<a>&", "<a><?", "<", "<a><b x=''", "<a><!--"})
  void isRefusedAfterAFewMegabytes(String beginning) {
    Endless endless = new Endless();
    InputStream stream =
        new SequenceInputStream(new ByteArrayInputStream(beginning.getBytes(UTF_8)), endless);
    assertThatThrownBy(() -> read(stream))
        .isInstanceOfSatisfying(
            Untranslatable.class,
            refused -> assertThat(refused.problem().code()).isIn("XML_TOO_LARGE", "MALFORMED_XML"));
    assertThat(endless.given).isLessThan(2L * MarkupLimit.MOST_BYTES);
  }

  @Test
  void longTextsAndCdataAreNoMarkup() throws IOException {
    String filling = "x".repeat(MarkupLimit.MOST_BYTES + 10);
    for (String part : new String[] {"", "<![CDATA[" + filling + "]]>"}) {
      String file = "<a>" + filling + part + "<b/></a>";
      read(new ByteArrayInputStream(file.getBytes(UTF_8)));
    }
  }

  private static void read(InputStream stream) throws IOException {
    XmlCursor cursor = new XmlCursor(stream, "endless.xml");
    cursor.skip();
    cursor.finish();
  }

  /** Letters without end, up to what no machine should have to read. */
  private static final class Endless extends InputStream {
    private static final long MOST = 300L << 20;
    private long given;

    @Override
    public int read() {
      return ++given > MOST ? -1 : 'x';
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (given >= MOST) {
        return -1;
      }
      java.util.Arrays.fill(target, offset, offset + length, (byte) 'x');
      given += length;
      return length;
    }
  }
}
