package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dunlin.core.model.CanonicalRecord;
import org.junit.jupiter.api.Test;

/** XML can say the same thing in many ways, and all of them are read alike. */
class SpellingTest {
  private static final List<CanonicalRecord> READ = Sample.invoice().records();

  @Test
  void prefixesMeanNothing() {
    assertThat(
            Sample.invoice()
                .with("xmlns:cbc", "xmlns:b")
                .with("cbc:", "b:")
                .with("xmlns:cac", "xmlns:a")
                .with("cac:", "a:")
                .records())
        .isEqualTo(READ);
  }

  @Test
  void namespacesMayBeDeclaredWhereverTheyAreUsed() {
    String here =
        " xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"";
    assertThat(Sample.invoice().with("<cbc:ID>2026", "<cbc:ID" + here + ">2026").records())
        .isEqualTo(READ);
  }

  @Test
  void commentsAndInstructionsInsideATextAreNotPartOfIt() {
    assertThat(
            Sample.invoice()
                .with("2026-0042", "2026<!-- no -->-0042")
                .with(">1000.00</cbc:Pay", ">10<?x y?>00.<!-- no -->00</cbc:Pay")
                .records())
        .isEqualTo(READ);
  }

  @Test
  void characterDataAndReferencesAreText() {
    assertThat(
            Sample.invoice()
                .with("Bakkerij Jansen B.V.", "<![CDATA[Bakkerij Jansen]]> &#66;.V&#x2e;")
                .records())
        .isEqualTo(READ);
  }

  @Test
  void blanksAroundAValueAreNotPartOfIt() {
    assertThat(
            Sample.invoice()
                .with(">1000.00</cbc:Pay", ">\n   1000.00\t</cbc:Pay")
                .with("2026-12-01", " 2026-12-01\n")
                .with("EUR</cbc:Doc", "\n EUR </cbc:Doc")
                .records())
        .isEqualTo(READ);
  }

  @Test
  void blanksInsideAnAmountMakeItNone() {
    assertThat(Sample.invoice().with(">1000.00</cbc:Pay", ">1 000.00</cbc:Pay").problem().code())
        .isEqualTo("WRONG_AMOUNT");
  }

  @Test
  void aByteOrderMarkIsNoMatter() {
    Sample marked = new Sample("\uFEFF" + Sample.invoice().text());

    assertThat(marked.records()).isEqualTo(READ);
    for (Charset encoding : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
      assertThat(marked.with("\"UTF-8\"", "\"UTF-16\"").records(encoding)).isEqualTo(READ);
    }
  }

  @Test
  void anExtensionThatIsNotOfUblIsPassedOver() {
    assertThat(
            Sample.invoice()
                .with(
                    "<cbc:CustomizationID>",
                    "<UBLExtensions><PayableAmount>1</PayableAmount><ID>2</ID></UBLExtensions>"
                        + "<cbc:CustomizationID>")
                .records())
        .isEqualTo(READ);
  }
}
