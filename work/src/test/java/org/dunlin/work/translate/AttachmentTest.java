package org.dunlin.work.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Problem;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.ledger.KeptDocument;
import org.dunlin.store.secret.Unreadable;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.intake.AcceptFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The documents that an invoice brings along are kept with it. */
class AttachmentTest {
  private static final InvoiceFile INVOICE =
      InvoiceFile.of("2026-1001", "C1", LocalDate.of(2026, 11, 23), "100.00");
  private static final String PDF = "application/pdf";

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aDocumentIsKeptByteForByte() throws IOException {
    String hours = "%PDF hours ".repeat(60_000);
    take(INVOICE.attaching("hours.pdf", PDF, base64(hours)));

    KeptDocument kept = documents().getFirst();
    assertThat(kept.attachment().name()).isEqualTo("hours.pdf");
    assertThat(kept.bytes()).isEqualTo(hours.length());
    assertThat(content(kept)).isEqualTo(hours);
  }

  @Test
  void aLaterVersionOfTheInvoiceBringsItsOwnAndAnEarlierOneReplayedChangesNothing()
      throws IOException {
    take(INVOICE.attaching("first.pdf", PDF, base64("first")));
    take(INVOICE.payable("50.00").attaching("second.pdf", PDF, base64("second")));
    hub.decisions.replay("acme", hub.deliveries().getFirst().id(), "anna");
    hub.settle();

    assertThat(documents()).hasSize(1);
    assertThat(content(documents().getFirst())).isEqualTo("second");
    assertThat(chunks()).isEqualTo(1);
  }

  @Test
  void aReplayedDeliveryKeepsItsDocumentOnce() {
    take(INVOICE.attaching("first.pdf", PDF, base64("first")));
    hub.decisions.replay("acme", hub.deliveries().getFirst().id(), "anna");
    hub.settle();
    assertThat(documents()).hasSize(1);
    assertThat(chunks()).isEqualTo(1);
  }

  @Test
  void aDocumentWhoseEndIsMissingIsNotHandedOutAsIfItWereWhole() {
    take(INVOICE.attaching("hours.pdf", PDF, base64("x".repeat(300_000))));
    hub.sql("delete from document_chunk where part = 1");

    assertThatThrownBy(() -> content(documents().getFirst()))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("300000 were written");
  }

  @Test
  void aDocumentThatIsNotBase64IsAProblemAndTheInvoiceStands() {
    take(INVOICE.attaching("hours.pdf", PDF, base64("x".repeat(600_000)) + "*not*base64*"));
    refused("ATTACHMENT_UNREADABLE", "the invoice is");
  }

  @Test
  void anEmptyDocumentIsAProblemAndTheInvoiceStands() {
    take(INVOICE.attaching("hours.pdf", PDF, ""));
    refused("ATTACHMENT_UNREADABLE", "empty");
  }

  @Test
  void aDocumentThatIsTooLargeIsAProblemAndTheInvoiceStands() {
    byte[] file =
        INVOICE.attaching("big.pdf", PDF, base64("x".repeat((int) DocumentWriter.MOST_BYTES + 1)));
    new AcceptFile(hub.stores, Clock.systemUTC(), Checkpoint.NONE, 1 << 30)
        .accept("acme", TestHub.CONNECTION, "file", new ByteArrayInputStream(file));
    hub.settle();
    refused("ATTACHMENT_TOO_LARGE", "more than");
  }

  @Test
  void ofTwoInvoicesWithOneNumberInOneEnvelopeTheRefusedOneLeavesNothingOnTheOther()
      throws IOException {
    take(
        envelope(
            INVOICE.attaching("ours.pdf", PDF, base64("ours")),
            InvoiceFile.of("2026-1001", "C2", INVOICE.due(), "70.00")
                .attaching("theirs.pdf", PDF, base64("theirs"))));

    assertThat(documents())
        .extracting(kept -> kept.attachment().name())
        .containsExactly("ours.pdf");
    assertThat(content(documents().getFirst())).isEqualTo("ours");
  }

  @Test
  void ofTwoVersionsOfAnInvoiceInOneEnvelopeTheLastBringsItsDocuments() throws IOException {
    take(
        envelope(
            INVOICE.attaching("first.pdf", PDF, base64("first")),
            INVOICE.payable("50.00").attaching("second.pdf", PDF, base64("second"))));

    assertThat(content(documents().getFirst())).isEqualTo("second");
    assertThat(documents()).hasSize(1);
  }

  @Test
  void anInvoiceThatCannotBeReadLeavesNothingOnTheNextOne() throws IOException {
    String unreadable =
        new String(INVOICE.attaching("broken.pdf", PDF, base64("broken")), UTF_8)
            .replace("<cbc:IssueDate>", "<cbc:IssueDate>never");
    take(
        envelope(unreadable.getBytes(UTF_8), INVOICE.attaching("whole.pdf", PDF, base64("whole"))));

    assertThat(content(documents().getFirst())).isEqualTo("whole");
    assertThat(documents()).hasSize(1);
  }

  private static byte[] envelope(byte[]... documents) {
    return InvoiceFile.envelope(
            Stream.of(documents).map(each -> new String(each, UTF_8)).toArray(String[]::new))
        .getBytes(UTF_8);
  }

  private void refused(String code, String word) {
    assertThat(hub.deliveries().getLast().state()).isEqualTo("APPLIED");
    List<Problem> problems =
        hub.stores.problems().of("acme", hub.deliveries().getLast().id(), "file");
    assertThat(problems).extracting(Problem::code).containsExactly(code);
    assertThat(problems.getFirst().message()).contains(word);
    assertThat(documents()).isEmpty();
    assertThat(chunks()).isZero();
  }

  private void take(byte[] file) {
    hub.offer("file", file);
    hub.settle();
  }

  private List<KeptDocument> documents() {
    UUID invoice = hub.jdbc().sql("select invoice_id from invoice").query(UUID.class).single();
    return hub.stores.documents().of("acme", invoice);
  }

  private int chunks() {
    return hub.jdbc().sql("select count(*) from document_chunk").query(Integer.class).single();
  }

  private String content(KeptDocument document) throws IOException {
    return new String(hub.stores.documents().read("acme", document).readAllBytes(), UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
