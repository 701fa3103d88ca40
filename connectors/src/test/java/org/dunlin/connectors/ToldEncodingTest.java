package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dunlin.core.model.CanonicalRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who takes the records of a file of lines is told in which encoding it was found to be. */
class ToldEncodingTest {
  private static final class Told implements RecordSink {
    private final List<Charset> encodings = new ArrayList<>();

    @Override
    public void accept(CanonicalRecord record) {
      // only the encoding matters here
    }

    @Override
    public void encoding(Charset found) {
      encodings.add(found);
    }
  }

  @ParameterizedTest
  @CsvSource({"CODA, /fuzz/statement.cod", "CFONB_120, /fuzz/statement.cfonb120"})
  void itIsToldOnceAndRightly(Format format, String file) throws IOException {
    Told told = new Told();
    byte[] bytes = bytes(file);
    Formats.translator(format).translate(new ByteArrayInputStream(bytes), file, told);

    assertThat(told.encodings).hasSize(1);
    assertThat(new String(bytes, told.encodings.getFirst()))
        .isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource({
    "Baeckerei, US-ASCII, US-ASCII",
    "Bäckerei, UTF-8, UTF-8",
    "Bäckerei, windows-1252, windows-1252"
  })
  void ofOfxWhatItsTextsAreIn(String name, String written, String told) throws IOException {
    String text =
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n<OFX>"
            + "<BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>0417164300"
            + "<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20261101<DTEND>20261120"
            + "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261118<TRNAMT>10.00<FITID>1<NAME>"
            + name
            + "</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";
    Told sink = new Told();
    Formats.translator(Format.OFX)
        .translate(new ByteArrayInputStream(text.getBytes(Charset.forName(written))), "x", sink);

    assertThat(sink.encodings).containsExactly(Charset.forName(told));
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream stream = ToldEncodingTest.class.getResourceAsStream(file)) {
      return Objects.requireNonNull(stream, file).readAllBytes();
    }
  }
}
