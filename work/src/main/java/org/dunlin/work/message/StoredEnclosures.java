package org.dunlin.work.message;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.qrcode.QrPicture;
import org.dunlin.store.Stores;

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
    return documents.open(companyId, attachment.documentId());
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
