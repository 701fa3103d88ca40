package org.dunlin.work.dun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.dunlin.core.brand.Color;
import org.dunlin.core.brand.Logo;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Ids;
import org.dunlin.store.ledger.Documents.Place;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.message.StoredEnclosures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reminder carries, from the decision to its leaving. */
class MessageTest {
  private static final LocalDate LATER = LocalDate.of(2026, 12, 20);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theOutboxHoldsWhatThePicturesAreMadeFromAndNoPicture() throws IOException {
    hub.stores.brands().putColor("acme", Color.of("#1f4e79"));
    hub.stores.brands().putLogo("acme", Logo.of(logo()));
    Reminded.overdue(hub, 1);
    hub.run();

    Dispatch.Email email = hub.outlet.emails().getFirst();
    assertThat(email.html()).contains("#1f4e79", "cid:logo@dunlin", "cid:pay@dunlin");
    assertThat(email.pictures())
        .extracting(Dispatch.Picture::kind)
        .containsExactly(Dispatch.PictureKind.LOGO, Dispatch.PictureKind.QR_CODE);
    assertThat(email.pictures().getLast().value())
        .startsWith("BCD\n002\n1\nSCT\n\nCompany acme\nNL44RABO0123456789\nEUR100.00\n")
        .endsWith("INV-2026-1100");
    StoredEnclosures enclosures = new StoredEnclosures(hub.stores, "acme");
    try (InputStream picture = enclosures.open(email.pictures().getFirst()).orElseThrow()) {
      assertThat(picture.readAllBytes()).isEqualTo(logo());
    }
    try (InputStream picture = enclosures.open(email.pictures().getLast()).orElseThrow()) {
      assertThat(ImageIO.read(picture)).isNotNull();
    }
    assertThat(payload()).doesNotContain("iVBORw0KGgo").hasSizeLessThan(40_000);
  }

  @Test
  void aLogoThatAMessageNamesStaysWhenTheCompanyTakesAnother() throws IOException {
    hub.stores.brands().putLogo("acme", Logo.of(logo()));
    Reminded.overdue(hub, 1);
    hub.decide();
    hub.stores.brands().putLogo("acme", null);
    hub.run();

    Dispatch.Email email = hub.outlet.emails().getFirst();
    assertThat(new StoredEnclosures(hub.stores, "acme").open(email.pictures().getFirst()))
        .isPresent();
  }

  @Test
  void documentsOfTheInvoicesAskedForGoAlongAsFarAsThereIsRoom() throws IOException {
    Reminded.overdue(hub, 1);
    hub.settle();
    document("../Factuur 1.pdf", "%PDF-1.7 one");
    document("Factuur 1.pdf", "%PDF-1.7 two");
    document("scan.pdf", "MZ no document");
    document("large.pdf", "%PDF-" + "x".repeat((int) TestHub.ATTACHED_BYTES));
    hub.run();

    Dispatch.Email email = hub.outlet.emails().getFirst();
    assertThat(email.attachments())
        .extracting(Dispatch.Attachment::name, Dispatch.Attachment::size)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Factuur 1.pdf", 12L),
            org.assertj.core.groups.Tuple.tuple("Factuur 1 (2).pdf", 12L));
    assertThat(email.text()).contains("large.pdf").doesNotContain("scan.pdf");
  }

  @Test
  void aMessageWhoseDocumentIsThereNoMoreIsDecidedAnew() throws IOException {
    Reminded.overdue(hub, 1);
    hub.settle();
    document("Factuur 1.pdf", "%PDF-1.7 one");
    hub.decide();
    hub.stores.documents().clear("acme", invoice());
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(Reminded.emails(hub, EffectState.CANCELLED))
        .extracting(Effect::reason)
        .first()
        .asString()
        .contains("A document that it attaches is there no more");
  }

  @Test
  void whatIsNotDueIsToldAndOnceItIsPaidTheMessageIsNoLongerTrue() {
    Reminded.overdue(hub, 1);
    InvoiceFile later = InvoiceFile.of("INV-2026-2000", "c0", LATER, "77.00");
    hub.offer("later.xml", later.bytes());
    hub.decide();
    assertThat(payload()).contains("INV-2026-2000");

    hub.offer("later-paid.xml", later.payable("0.00").bytes());
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(Reminded.emails(hub, EffectState.CANCELLED)).hasSize(1);
  }

  private String payload() {
    return String.valueOf(Reminded.emails(hub).getFirst().payload());
  }

  private UUID customer() {
    return hub.jdbc().sql("select customer_id from invoice").query(UUID.class).single();
  }

  private UUID invoice() {
    return hub.jdbc().sql("select invoice_id from invoice").query(UUID.class).single();
  }

  private void document(String name, String content) throws IOException {
    hub.stores
        .documents()
        .add(
            new Place("acme", customer(), invoice(), Ids.next(), ordinal()),
            Ids.next(),
            new Attachment(name, "application/pdf", null, null),
            new ByteArrayInputStream(content.getBytes(UTF_8)),
            1 << 20);
  }

  private int ordinal() {
    return hub.jdbc().sql("select count(*) from document").query(Integer.class).single();
  }

  private static byte[] logo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
