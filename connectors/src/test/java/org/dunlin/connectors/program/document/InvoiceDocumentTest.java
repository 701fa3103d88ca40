package org.dunlin.connectors.program.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.connectors.program.Replies.ok;
import static org.dunlin.connectors.program.Replies.reply;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Sketch;
import org.dunlin.connectors.program.answer.Verdict;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to the document of an invoice. */
class InvoiceDocumentTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final String PLAIN =
      """
      request: {path: "/invoices/{key}/pdf"}
      name: "{key}.pdf"
      type: application/pdf
      """;

  @Test
  void mostProgramsAnswerWithIt() {
    Step.Ask ask = asked(document(PLAIN).first());
    assertThat(call(ask).address()).hasToString("https://api.example.test/v1/invoices/7/pdf");
    assertThat(call(ask).headers().get("accept")).startsWith("application/pdf");
    assertThat(ask.authorised()).isTrue();
    assertThat(found(ask.then().read(ok("%PDF-1.7")))).isEqualTo("7.pdf application/pdf %PDF-1.7");
  }

  @Test
  void anEmptyAnswerIsNone() {
    assertThat(asked(document(PLAIN).first()).then().read(ok(""))).isEqualTo(new Step.Absent());
  }

  @Test
  void someTellFirstWhereItIs() {
    InvoiceDocument document =
        document(
            """
            lookup: {request: {path: "/invoices/{key}/document"}, gives: {file: .documentFileId}}
            request: {path: "/files/{lookup.file}", headers: {Accept: application/pdf}}
            name: "{key}.pdf"
            type: application/pdf
            """);
    Step.Ask first = asked(document.first());
    assertThat(call(first).address())
        .hasToString("https://api.example.test/v1/invoices/7/document");
    Step.Ask second = asked(first.then().read(ok("{\"documentFileId\":\"f 1\"}")));
    assertThat(call(second).address()).hasToString("https://api.example.test/v1/files/f%201");
    assertThat(call(second).headers()).containsEntry("accept", "application/pdf");
    assertThat(first.then().read(ok("{}"))).as("not rendered yet").isEqualTo(new Step.Absent());
    assertThat(first.then().read(ok("<html>"))).isInstanceOf(Step.Refused.class);
  }

  @Test
  void someNeedOneQuestionMore() {
    InvoiceDocument document =
        document(
            """
            lookup: {request: {path: "/documents", query: {invoice: "{key}"}}, gives: {id: .id}}
            prepare: {request: {path: "/documents/{lookup.id}/files"}, gives: {file: .file}}
            request: {path: "/download/{lookup.id}/{prepare.file}"}
            name: "{key}.pdf"
            type: application/pdf
            """);
    Step.Ask first = asked(document.first());
    Step.Ask second = asked(first.then().read(ok("{\"id\":\"d\"}")));
    assertThat(call(second).address()).hasToString("https://api.example.test/v1/documents/d/files");
    assertThat(second.then().read(ok("{\"file\":null}"))).isEqualTo(new Step.Absent());
    Step.Ask third = asked(second.then().read(ok("{\"file\":\"f\"}")));
    assertThat(call(third).address()).hasToString("https://api.example.test/v1/download/d/f");
    assertThat(found(third.then().read(ok("%PDF")))).isEqualTo("7.pdf application/pdf %PDF");
  }

  @Test
  void someLeadToAnotherHostWhereNoCredentialsGo() {
    InvoiceDocument document =
        document(
            """
            lookup: {request: {path: "/invoices/{key}"}, gives: {pdf: .pdf}}
            address: "{lookup.pdf}"
            hosts: [files.example.test]
            name: "{key}.pdf"
            type: application/pdf
            """);
    Step.Reading first = asked(document.first()).then();
    Step.Ask there = asked(first.read(ok("{\"pdf\":\"https://files.example.test/i/7?s=x\"}")));
    assertThat(there.authorised()).isFalse();
    assertThat(call(there).address()).hasToString("https://files.example.test/i/7?s=x");
    assertThat(first.read(ok("{\"pdf\":\"https://evil.test/i/7\"}")))
        .isInstanceOf(Step.Refused.class);
    assertThat(first.read(ok("{\"pdf\":\"http://files.example.test/i/7\"}")))
        .isInstanceOf(Step.Refused.class);
    assertThat(document.verdict(there, reply(403, ""), NOW)).isInstanceOf(Verdict.Refuse.class);
    assertThat(document.verdict(there, reply(401, ""), NOW)).isInstanceOf(Verdict.Refuse.class);
  }

  @Test
  void aRedirectIsFollowedOnceAndWithoutCredentials() {
    InvoiceDocument document = document(PLAIN + "redirect: true\n");
    Step.Ask ask = asked(document.first());
    HttpReply redirect = reply(302, "", "Location", "https://store.example.test/x?sig=1");
    assertThat(document.verdict(ask, redirect, NOW)).isEqualTo(new Verdict.Ok());
    Step.Ask there = asked(ask.then().read(redirect));
    assertThat(call(there).address()).hasToString("https://store.example.test/x?sig=1");
    assertThat(there.authorised()).isFalse();
    assertThat(call(there).headers()).containsOnlyKeys("accept");
    assertThat(document.verdict(there, redirect, NOW)).isInstanceOf(Verdict.Refuse.class);
    assertThat(found(there.then().read(ok("%PDF")))).isEqualTo("7.pdf application/pdf %PDF");
  }

  @Test
  void aRedirectFromAnotherHostStaysAmongThePermittedOnes() {
    InvoiceDocument document =
        document(
            """
            lookup: {request: {path: "/invoices/{key}"}, gives: {pdf: .pdf}}
            address: "{lookup.pdf}"
            hosts: [pay.example.test, files.example.test]
            redirect: true
            name: "{key}.pdf"
            type: application/pdf
            """);
    Step.Ask there =
        asked(
            asked(document.first()).then().read(ok("{\"pdf\":\"https://pay.example.test/i/7\"}")));
    assertThat(there.then().read(reply(302, "", "Location", "https://files.example.test/x.pdf")))
        .isInstanceOf(Step.Ask.class);
    assertThat(there.then().read(reply(302, "", "Location", "https://evil.test/x.pdf")))
        .isInstanceOf(Step.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://store.example.test/x",
        "file:///etc/passwd",
        "/x",
        "https://a@b.test/",
        "::"
      })
  void aRedirectToNowhereIsNotFollowed(String location) {
    Step.Ask ask = asked(document(PLAIN + "redirect: true\n").first());
    assertThat(ask.then().read(reply(302, "", "Location", location)))
        .isInstanceOf(Step.Refused.class);
  }

  @Test
  void someSendItWithinJson() {
    Step.Ask ask =
        asked(
            document(
                    """
                    request: {path: "/attachments/{key}"}
                    content: .datas
                    name: "{key}.pdf"
                    type: application/pdf
                    """)
                .first());
    assertThat(call(ask).headers()).containsEntry("accept", "application/json");
    assertThat(found(ask.then().read(ok("{\"datas\":\"JVBERi0x\\nLjc=\"}"))))
        .isEqualTo("7.pdf application/pdf %PDF-1.7");
    assertThat(ask.then().read(ok("{\"datas\":false}"))).isEqualTo(new Step.Absent());
    assertThat(ask.then().read(ok("{\"datas\":null}"))).isEqualTo(new Step.Absent());
    assertThat(ask.then().read(ok("no json"))).isInstanceOf(Step.Refused.class);
  }

  @Test
  void aStreamWithoutDocumentsHasNone() {
    Program program = program(PLAIN);
    assertThatThrownBy(() -> InvoiceDocument.of(program, "payments", "7", Facts.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Step.Ask asked(Step step) {
    assertThat(step).isInstanceOf(Step.Ask.class);
    return (Step.Ask) step;
  }

  private static HttpCall call(Step.Ask ask) {
    return ask.request().apply(Facts.NONE);
  }

  private static String found(Step step) {
    assertThat(step).isInstanceOf(Step.Found.class);
    Step.Found found = (Step.Found) step;
    String content = new String(found.content(), StandardCharsets.UTF_8);
    return found.file() + " " + found.type() + " " + content;
  }

  private static InvoiceDocument document(String documents) {
    return InvoiceDocument.of(program(documents), "invoices", "7", Facts.NONE);
  }

  private static Program program(String documents) {
    return Sketch.program(
        """
        capabilities: [read.invoices, read.documents]
        base: https://api.example.test/v1
        authorisation: {kind: none}
        streams:
          invoices:
            gives: [read.invoices]
            every: PT15M
            request: {path: /invoices}
            records: .invoices
            key: .id
            paging: {kind: none}
            mapping: invoices.jslt
            documents:
        """
            + documents.indent(6));
  }
}
