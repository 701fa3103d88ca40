package org.dunlin.console;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Problem;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Ids;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What moves, as people look at it. */
class TrafficSightTest {
  private static final Scene SCENE = new Scene("Kleinmann Logistiek B.V.", "");
  private static UUID email = new UUID(0, 0);
  private static UUID unknown = new UUID(0, 0);
  private static UUID good = new UUID(0, 0);
  private static UUID bad = new UUID(0, 0);

  @BeforeAll
  static void fill() throws IOException {
    good = SCENE.deliver("invoices-2026-11-20.xml", Papers.invoices(3, "Hotel De Zeemeeuw"));
    bad = SCENE.deliver("scan0001.pdf", "%PDF-1.4 a scan " + SCENE.id());
    SCENE
        .stores()
        .problems()
        .add(
            SCENE.id(),
            good,
            new Problem("export", "line 7", "AMOUNT_MISSING", "invoice 2026-0007 has no amount"));
    UUID customer = SCENE.customer("Bakkerij Jansen & Zonen B.V.");
    UUID invoice = SCENE.invoice(customer, "2026-0042", Scene.TODAY.minusDays(10), "1210.00");
    UUID second = SCENE.invoice(customer, "2026-0043", Scene.TODAY.minusDays(12), "89.95");
    UUID document = SCENE.document(customer, invoice, "2026-0042.pdf", "%PDF-1.7");
    email = reminder(new Dispatch.Attachment(document, "2026-0042.pdf", "application/pdf", 8));
    unknown = SCENE.email(customer, second, "Second reminder: 2026-0043", EffectState.UNKNOWN);
    UUID third = SCENE.invoice(customer, "2026-0044", Scene.TODAY.minusDays(12), "15.00");
    SCENE.email(customer, third, "Payment reminder: 2026-0044", EffectState.AWAITING_APPROVAL);
    SCENE.held(customer, third, HoldReason.PLAUSIBLE_PAYMENT, HoldReason.STALE_SOURCE);
    UUID traced =
        SCENE.stores().journal().newest(SCENE.id(), 50).stream()
            .filter(entry -> entry.event().equals("INVOICE_ADDED"))
            .map(entry -> UUID.fromString(entry.subjectId()))
            .findFirst()
            .orElseThrow();
    UUID payment = SCENE.payment("HOTEL DE ZEEMEEUW", "2026-0003", "40.00");
    SCENE.allocation(payment, traced, "40.00", Decision.AUTOMATIC, "the number 2026-0003");
    SCENE.stores().flows().failed(SCENE.id(), "smtp", "deliver", "The mail server said: 451 later");
    SCENE.stores().flows().succeeded(SCENE.id(), Scene.FOLDER, "intake");
    Hub.ROUTES.failing(SCENE.id(), Scene.FOLDER, "No space left on device");
    SCENE.accept("invoices-2026-11-21.xml", Papers.invoice("2026-0200", "Hotel De Zeemeeuw"));
  }

  /** A message as customers get it, without the attacks of the other tests' messages. */
  private static UUID reminder(Dispatch.Attachment attachment) {
    UUID id = Ids.next();
    Dispatch.Email sent =
        new Dispatch.Email(
            id.toString(),
            "Kleinmann Logistiek B.V.",
            "ap@customer.example",
            "ar@example.test",
            "Payment reminder: invoice 2026-0042",
            "Invoice 2026-0042 over EUR 1,210.00 was due on 10 November 2026.",
            "<p>Dear Sir or Madam,</p><p>Invoice 2026-0042 over <b>EUR 1,210.00</b> was due on 10"
                + " November 2026.</p>",
            List.of(),
            List.of(attachment));
    SCENE
        .stores()
        .outbox()
        .add(
            Effect.decided(
                SCENE.id(),
                id,
                "smtp",
                "smtp/" + id,
                EffectKind.EMAIL,
                null,
                Payloads.json(sent),
                EffectState.PENDING,
                Scene.TODAY));
    SCENE.stores().outbox().change(SCENE.id(), id, EffectState.PENDING, EffectState.SENT, null);
    return id;
  }

  private static void look(String name, String path) {
    Sight.isFine(name, path + (path.contains("?") ? "&" : "?") + "company=" + SCENE.id());
  }

  @Test
  void theMessagesAreFine() {
    look("messages", "/messages");
    look("messages-none", "/messages?state=FAILED");
  }

  @Test
  void theHeldRemindersAreFine() {
    look("held", "/messages/held");
  }

  @Test
  void aMessageIsFine() {
    look("message", "/messages/" + email);
  }

  @Test
  void theFlowsAreFine() {
    look("flows", "/flows");
  }

  @Test
  void whatWaitsIsFine() {
    look("waiting", "/waiting");
  }

  @Test
  void theInboxIsFine() {
    look("inbox", "/inbox");
    look("inbox-quarantined", "/inbox?show=QUARANTINED");
  }

  @Test
  void whatIsDoneAgainForManyIsFine() {
    look("replays", "/replays");
    look("replay-new", "/replays/new?of=DELIVERY&show=QUARANTINED");
    look("route-stop", "/flows/route/STOP?route=match");
  }

  @Test
  void aDeliveryIsFine() {
    look("delivery", "/deliveries/" + good);
    look("delivery-quarantined", "/deliveries/" + bad);
    look("delivery-raw", "/deliveries/" + good + "/raw");
  }

  @Test
  void theOutboxIsFine() {
    look("outbox", "/outbox");
    look("effect", "/outbox/" + unknown);
  }

  @Test
  void theJournalIsFine() {
    look("journal", "/journal");
  }

  @Test
  void goingLiveIsFine() {
    look("live", "/live");
  }
}
