package org.dunlin.work.message;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.message.Letter;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.qrcode.QrPicture;
import org.dunlin.store.Stores;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.work.Payloads;
import org.dunlin.work.letter.LetterFile;

/** The pictures and documents to which a company's messages refer, from the store. */
public final class StoredEnclosures implements Enclosures {
  private final Stores stores;
  private final InvoiceDocuments documents;
  private final String companyId;

  /** Those of one company. */
  public StoredEnclosures(Stores stores, String companyId) {
    this.stores = stores;
    this.documents = new InvoiceDocuments(stores);
    this.companyId = companyId;
  }

  @Override
  public Optional<InputStream> open(Dispatch.Picture picture) {
    return switch (picture.kind()) {
      case QR_CODE -> Optional.of(new ByteArrayInputStream(QrPicture.png(picture.value())));
      case LOGO -> stores.brands().logo(companyId, picture.value()).map(ByteArrayInputStream::new);
    };
  }

  @Override
  public Optional<InputStream> open(Dispatch.Attachment attachment) {
    return documents
        .open(companyId, attachment.documentId())
        .or(
            () ->
                letter(attachment.documentId())
                    .map(letter -> LetterFile.pdf(stores, companyId, letter))
                    .map(ByteArrayInputStream::new));
  }

  /**
   * A letter that is shown to the tester, in place of being printed, or that goes along with a
   * mail.
   */
  private Optional<Letter> letter(UUID effectId) {
    return stores.outbox().find(companyId, effectId).flatMap(StoredEnclosures::letter);
  }

  private static Optional<Letter> letter(Effect effect) {
    return effect.kind() == EffectKind.LETTER
        ? Optional.ofNullable(effect.payload()).map(Payloads::letter)
        : Payloads.enclosed(effect);
  }

  /** Whether a document is still there. */
  public boolean has(Dispatch.Attachment attachment) {
    return documents.has(companyId, attachment.documentId())
        || letter(attachment.documentId()).isPresent();
  }

  /** Whether all documents that a message attaches are still there. */
  public boolean hasAllOf(Dispatch.Email email) {
    return email.attachments().stream().allMatch(this::has);
  }
}
