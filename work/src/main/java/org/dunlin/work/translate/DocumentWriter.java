package org.dunlin.work.translate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.UUID;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.UnreadableDocument;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Ids;
import org.dunlin.store.TooLarge;
import org.dunlin.store.ledger.Documents.Place;
import org.dunlin.work.translate.LedgerWriter.Context;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the documents of an invoice in place of those that an earlier version of it brought. One
 * that cannot be kept is a problem; the invoice stands.
 */
final class DocumentWriter implements DocumentSink {
  /** The largest document that is kept, in bytes: what mail servers still take. */
  static final long MOST_BYTES = 25L << 20;

  private final Context context;
  private @Nullable UUID invoiceId;
  private List<Attachment> embedded = List.of();

  DocumentWriter(Context context) {
    this.context = context;
  }

  /** Forgets what an earlier version of the invoice brought, and takes what this one does. */
  void replace(UUID invoice, List<Attachment> attachments) {
    context.stores().documents().clear(context.origin().companyId(), invoice);
    keep(invoice, attachments);
  }

  /** Takes what the invoice brings: its links at once, the rest with a second reading. */
  void keep(UUID invoice, List<Attachment> attachments) {
    invoiceId = invoice;
    embedded = attachments.stream().filter(Attachment::embedded).toList();
    List<Attachment> links = attachments.stream().filter(each -> !each.embedded()).toList();
    for (int i = 0; i < links.size(); i++) {
      context.stores().documents().addLink(place(invoice, embedded.size() + i), links.get(i));
    }
  }

  /** Whether a second reading of the file has something to bring. */
  boolean expectsContent() {
    return !embedded.isEmpty();
  }

  @Override
  public void take(int ordinal, InputStream content) throws IOException {
    if (invoiceId == null || ordinal >= embedded.size()) {
      return;
    }
    Attachment attachment = embedded.get(ordinal);
    UUID id = Ids.next();
    try {
      context
          .stores()
          .documents()
          .add(place(invoiceId, ordinal), id, attachment, notEmpty(content), MOST_BYTES);
    } catch (UnreadableDocument e) {
      refuse(id, attachment, "ATTACHMENT_UNREADABLE", e.getMessage() + "; ask for it again");
    } catch (TooLarge e) {
      refuse(
          id,
          attachment,
          "ATTACHMENT_TOO_LARGE",
          "it has " + e.getMessage() + "; ask for a smaller one");
    }
  }

  private void refuse(UUID id, Attachment attachment, String code, String why) {
    context.stores().documents().drop(context.origin().companyId(), id);
    context
        .problems()
        .add(
            new Problem(
                context.delivery().name(),
                "attachment " + attachment.name(),
                code,
                "the attachment is not kept, the invoice is: " + why));
  }

  private Place place(UUID invoice, int ordinal) {
    return new Place(context.origin().companyId(), invoice, context.delivery().id(), ordinal);
  }

  private static InputStream notEmpty(InputStream content) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(content);
    int first = stream.read();
    if (first < 0) {
      throw new UnreadableDocument("it is empty");
    }
    stream.unread(first);
    return stream;
  }
}
