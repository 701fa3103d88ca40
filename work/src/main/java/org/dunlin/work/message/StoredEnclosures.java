package org.dunlin.work.message;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.qrcode.QrPicture;
import org.dunlin.store.Stores;
import org.dunlin.store.outbox.EffectKind;
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
        .or(() -> letter(attachment.documentId()));
  }

  /** A letter that is shown to the tester, in place of being printed. */
  private Optional<InputStream> letter(UUID effectId) {
    return stores
        .outbox()
        .find(companyId, effectId)
        .filter(effect -> effect.kind() == EffectKind.LETTER)
        .flatMap(effect -> Optional.ofNullable(effect.payload()))
        .map(payload -> LetterFile.of(stores, companyId, effectId, payload))
        .map(file -> new ByteArrayInputStream(file.pdf()));
  }

  /** Whether a document is still there. */
  public boolean has(Dispatch.Attachment attachment) {
    return documents.has(companyId, attachment.documentId());
  }

  /** Whether all documents that a message attaches are still there. */
  public boolean hasAllOf(Dispatch.Email email) {
    return email.attachments().stream().allMatch(this::has);
  }
}
