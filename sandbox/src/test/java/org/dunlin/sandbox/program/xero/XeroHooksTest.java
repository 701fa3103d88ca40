package org.dunlin.sandbox.program.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.sandbox.program.Sold.euro;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Receiver;
import org.dunlin.sandbox.program.Receiver.Notice;
import org.dunlin.sandbox.program.Sold;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The notices of Xero. */
class XeroHooksTest {
  private static final String KEY = "webhook-key";

  private PlayedXero xero;
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    xero = new PlayedXero();
    receiver = new Receiver();
    xero.program.hooks().to(receiver.address(), KEY);
  }

  @AfterEach
  void close() {
    xero.close();
    receiver.close();
  }

  @Test
  void aChangeIsToldAndSigned() {
    SalesDocument invoice = xero.sold.invoice("INV-1");
    xero.books.pay(invoice.id(), Sold.DAY, euro("1.00"), null);
    xero.program.hooks().notices().drain();
    assertThat(receiver.notices()).hasSize(2).allMatch(XeroHooksTest::isSigned);
    JsonNode event = event(receiver.notices().getLast());
    assertThat(event.path("eventCategory").asText()).isEqualTo("INVOICE");
    assertThat(event.path("eventType").asText()).isEqualTo("UPDATE");
    assertThat(event.path("resourceId").asText()).isEqualTo(invoice.id().toString());
    assertThat(event.path("tenantId").asText()).isEqualTo(PlayedXero.COMPANY.tenant().toString());
    assertThat(Json.tree(bytes(receiver.notices().getLast())).path("lastEventSequence").asInt())
        .isEqualTo(2);
  }

  @Test
  void aCreditNoteTellsItsTypeAndStatus() {
    SalesDocument invoice = xero.sold.invoice("INV-1");
    xero.sold.creditNote("CN-1", invoice);
    xero.program.hooks().notices().drain();
    assertThat(event(receiver.notices().getLast()).at("/data/Type").asText())
        .isEqualTo("ACCRECCREDIT");
  }

  @Test
  void noticesAreLostAndDoubledOnDemand() {
    xero.program.hooks().notices().lose(1);
    xero.sold.invoice("INV-1");
    xero.program.hooks().notices().doubleNext(1);
    xero.sold.invoice("INV-2");
    xero.program.hooks().notices().drain();
    assertThat(receiver.notices()).hasSize(2);
    assertThat(receiver.notices().getFirst().body()).isEqualTo(receiver.notices().getLast().body());
  }

  @Test
  void theIntentToReceiveHoldsWhereOnlyTheRightSignatureIsTaken() {
    receiver.answer(notice -> isSigned(notice) ? 200 : 401);
    assertThat(xero.program.hooks().intentToReceive()).isTrue();
    assertThat(receiver.notices()).hasSize(2);
    receiver.answer(notice -> 200);
    assertThat(xero.program.hooks().intentToReceive()).isFalse();
  }

  private static JsonNode event(Notice notice) {
    return Json.tree(bytes(notice)).at("/events/0");
  }

  private static byte[] bytes(Notice notice) {
    return notice.body().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isSigned(Notice notice) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String expected = Base64.getEncoder().encodeToString(mac.doFinal(bytes(notice)));
      return expected.equals(notice.headers().get("x-xero-signature"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
