package org.dunlin.connectors.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

/** What comes from outside may be made to harm; every format refuses it in the same way. */
class HostileXmlTest {
  private static final String[] ROOTS = {
    "Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"",
    "Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"",
    "CrossIndustryInvoice"
        + " xmlns=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\"",
    "FatturaElettronica versione=\"FPR12\"",
  };

  @Test
  void aDocumentTypeIsRefused() {
    everywhere(
        "<!DOCTYPE x>", "", problem -> assertThat(problem.code()).isEqualTo("DTD_NOT_ALLOWED"));
  }

  @Test
  void anExternalEntityIsNeverLookedFor() {
    everywhere(
        "<!DOCTYPE x [<!ENTITY file SYSTEM \"file:///etc/hostname\">]>",
        "<ID>&file;</ID>",
        problem -> {
          assertThat(problem.code()).isEqualTo("DTD_NOT_ALLOWED");
          assertThat(problem.message()).doesNotContain("hostname");
        });
  }

  @Test
  void aBillionLaughsAreNotLaughed() {
    StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      entities.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
    }
    everywhere(
        entities + "]>",
        "<ID>&e29;</ID>",
        problem -> assertThat(problem.code()).isEqualTo("DTD_NOT_ALLOWED"));
  }

  @Test
  void anEntityThatNobodyDeclaredIsMalformed() {
    everywhere(
        "", "<ID>&who;</ID>", problem -> assertThat(problem.code()).isEqualTo("MALFORMED_XML"));
  }

  @Test
  void aReferenceToACharacterThatDoesNotExistIsMalformed() {
    for (String reference : new String[] {"&#0;", "&#xD800;", "&#x110000;", "&0;", "&;"}) {
      everywhere(
          "",
          "<ID>a" + reference + "</ID>",
          problem -> assertThat(problem.code()).as(reference).isEqualTo("MALFORMED_XML"));
    }
  }

  @Test
  void elementsNestedWithoutEndAreRefused() {
    String deep = "<a>".repeat(100_000);
    everywhere("", deep, problem -> assertThat(problem.code()).isEqualTo("XML_TOO_LARGE"));
    everywhere("", "<ID>" + deep, problem -> assertThat(problem.code()).isEqualTo("XML_TOO_LARGE"));
  }

  @Test
  void attributesWithoutEndAreRefused() {
    StringBuilder many = new StringBuilder("<a");
    for (int i = 0; i < 10_000; i++) {
      many.append(" a").append(i).append("=\"\"");
    }
    everywhere("", many + "/>", problem -> assertThat(problem.code()).isEqualTo("XML_TOO_LARGE"));
    everywhere(
        "",
        "<a b=\"" + "x".repeat(1_000_000) + "\"/>",
        problem -> assertThat(problem.code()).isEqualTo("XML_TOO_LARGE"));
  }

  @Test
  void aFileThatEndsInTheMiddleIsRefused() {
    for (String root : ROOTS) {
      Problem problem = problem("<" + root + "><ID>1</ID>");

      assertThat(problem.code()).isEqualTo("MALFORMED_XML");
      assertThat(problem.position()).isEqualTo("line 1");
    }
  }

  @Test
  void whatFollowsTheDocumentMustBeWellFormedToo() {
    everywhere("", "</wrong>", problem -> assertThat(problem.code()).isEqualTo("MALFORMED_XML"));
    for (String root : ROOTS) {
      assertThat(problem("<" + root + "></" + name(root) + "><second/>").code())
          .isEqualTo("MALFORMED_XML");
    }
  }

  @Test
  void bytesThatAreNotOfTheDeclaredEncodingAreMalformed() {
    for (String root : ROOTS) {
      byte[] bytes =
          ("<" + root + "><ID>\u00e9</ID></" + name(root) + ">")
              .getBytes(StandardCharsets.ISO_8859_1);

      assertThat(problem(bytes).code()).isEqualTo("MALFORMED_XML");
    }
  }

  @Test
  void aStreamThatFailsIsNoFaultOfTheFile() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatThrownBy(() -> new XmlCursor(failing, "x")).isInstanceOf(IOException.class);
  }

  private static void everywhere(String prolog, String content, Consumer<Problem> check) {
    for (String root : ROOTS) {
      check.accept(problem(prolog + "<" + root + ">" + content + "</" + name(root) + ">"));
    }
  }

  private static String name(String root) {
    return root.substring(0, root.indexOf(' '));
  }

  private static Problem problem(String text) {
    return problem(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Why the file is refused; the format must be recognised in spite of what is hostile in it. */
  private static Problem problem(byte[] bytes) {
    Translator translator = Formats.translator(Formats.detect(bytes).orElseThrow());
    RecordSink none =
        record -> {
          throw new AssertionError("read: " + record);
        };
    try {
      translator.translate(new ByteArrayInputStream(bytes), "hostile.xml", none);
    } catch (Untranslatable untranslatable) {
      return untranslatable.problem();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("not refused");
  }
}
