package org.dunlin.connectors.ofx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.ReadFile;
import org.dunlin.core.model.CanonicalRecord;
import org.junit.jupiter.api.Test;

/** The same content, however a program writes it down. */
class SpellingTest {
  private static final String TRANSACTION =
      OfxFile.transaction("CREDIT", "1.00", "F-0001", "BAKERY");

  private static final List<CanonicalRecord> EXPECTED = OfxFile.sgml(TRANSACTION).records();

  @Test
  void xmlSaysTheSameAsSgml() {
    ReadFile xml = ReadFile.of(OfxFile.xml(TRANSACTION));

    assertThat(xml.format()).isEqualTo(Format.OFX);
    assertThat(xml.records()).isEqualTo(EXPECTED);
    String utf16 = OfxFile.xml(TRANSACTION).replace("UTF-8", "UTF-16");
    assertThat(ReadFile.in(StandardCharsets.UTF_16, utf16).records()).isEqualTo(EXPECTED);
  }

  @Test
  void sgmlUnderTheHeaderOfXmlIsReadAsWhatItIs() {
    String xml = OfxFile.xml("");
    String sgml = OfxFile.text(TRANSACTION);
    String mixed = xml.substring(0, xml.indexOf("<OFX>")) + sgml.substring(sgml.indexOf("<OFX>"));

    assertThat(ReadFile.of(mixed).records()).isEqualTo(EXPECTED);
  }

  @Test
  void theHeaderMayBeOneLineOrMissingOrComeAfterBlankLines() {
    String text = OfxFile.text(TRANSACTION);
    int body = text.indexOf("<OFX>");
    String header = text.substring(0, body).replace('\n', ' ');

    assertThat(ReadFile.of(header + text.substring(body)).records()).isEqualTo(EXPECTED);
    assertThat(ReadFile.of(text.substring(body)).records()).isEqualTo(EXPECTED);
    assertThat(ReadFile.of("\r\n\r\n" + text).records()).isEqualTo(EXPECTED);
    assertThat(ReadFile.of("\ufeff" + text).records()).isEqualTo(EXPECTED);
  }

  @Test
  void lineEndsAndTheirAbsenceMakeNoDifference() {
    String text = OfxFile.text(TRANSACTION);
    int body = text.indexOf("<OFX>");

    assertThat(ReadFile.of(text.replace("\n", "\r\n")).records()).isEqualTo(EXPECTED);
    assertThat(
            ReadFile.of(text.substring(0, body) + text.substring(body).replace("\n", "")).records())
        .isEqualTo(EXPECTED);
    assertThat(ReadFile.of(text.replace(">\n", ">\r").replace("<", "\t <")).records())
        .isEqualTo(EXPECTED);
  }

  @Test
  void endTagsMayBeThereOrNot() {
    String closed = TRANSACTION.replaceAll("<(\\w+)>([^<\n]+)\n", "<$1>$2</$1>\n");

    assertThat(OfxFile.sgml(closed).records()).isEqualTo(EXPECTED);
  }

  @Test
  void elementsWithoutAnythingInThemAreNotTheirSiblingsParents() {
    String empty =
        TRANSACTION.replace("<NAME>", "<CHECKNUM>\n<X.OWN>\n<MEMO></MEMO><REFNUM/><NAME>");

    assertThat(OfxFile.sgml(empty).records()).isEqualTo(EXPECTED);
    assertThat(OfxFile.sgml(TRANSACTION, "<LANGUAGE>ENG", "<LANGUAGE>\n").records())
        .isEqualTo(EXPECTED);
  }

  @Test
  void charactersThatXmlWantsEscapedAreCharacters() {
    assertThat(name("AT&T < & > CO")).isEqualTo("AT&T < & > CO");
    assertThat(name("A &amp; B &lt;C&gt; &#233;&#xE9;&nbsp;D")).isEqualTo("A & B <C> éé D");
    assertThat(name("<![CDATA[A & <B> ]] C]]>")).isEqualTo("A & <B> ]] C");
    assertThat(name("A\u0001B")).isEqualTo("A B");
  }

  @Test
  void namesAreReadInTheEncodingThatTheyAreIn() {
    String text = OfxFile.text(OfxFile.transaction("CREDIT", "1.00", "F-0001", "Crémerie"));
    for (String encoding : List.of("UTF-8", "windows-1252", "ISO-8859-1")) {
      assertThat(ReadFile.in(Charset.forName(encoding), text).payment().payerName())
          .as(encoding)
          .isEqualTo("Crémerie");
    }
    String dos = text.replace("CHARSET:1252", "CHARSET:850");
    assertThat(ReadFile.in(Charset.forName("IBM850"), dos).payment().payerName())
        .isEqualTo("Crémerie");
  }

  private static String name(String written) {
    return String.valueOf(
        OfxFile.sgml(OfxFile.transaction("CREDIT", "1.00", "F-0001", written))
            .payment()
            .payerName());
  }
}
