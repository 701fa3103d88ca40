package org.dunlin.work.translate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.UnreadableDocument;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Ids;
import org.dunlin.store.TooLarge;
import org.dunlin.store.ledger.Documents.Place;

/**
 * Keeps the documents of a file's invoices in place of those that earlier versions of them brought.
 * One that cannot be kept is a problem; its invoice stands.
 */
final class DocumentWriter implements DocumentSink {
  /** The largest document that is kept, in bytes: what mail servers still take. */
  static final long MOST_BYTES = 25L << 20;

  private final Context context;
  private final Map<Integer, Expected> expected = new HashMap<>();
  private int place;

  DocumentWriter(Context context) {
    this.context = context;
  }

  /** What a second reading is to bring of an invoice. */
  private record Expected(UUID invoiceId, UUID customerId, List<Attachment> embedded) {}

  /** Says at which place of the file the invoices that follow stand. */
  void of(int next) {
    place = next;
  }

  /** Forgets what an earlier version of the invoice brought, and takes what this one does. */
  void replace(UUID invoiceId, UUID customerId, Invoice said) {
    context.stores().documents().clear(context.origin().companyId(), invoiceId);
    expected.values().removeIf(earlier -> earlier.invoiceId().equals(invoiceId));
    keep(invoiceId, customerId, said);
  }

  /** Takes what the invoice brings: its links at once, the rest with a second reading. */
  void keep(UUID invoiceId, UUID customerId, Invoice said) {
    List<Attachment> embedded = said.attachments().stream().filter(Attachment::embedded).toList();
    if (!embedded.isEmpty()) {
      expected.put(place, new Expected(invoiceId, customerId, embedded));
    }
    int ordinal = embedded.size();
    for (Attachment each : said.attachments()) {
      if (!each.embedded()) {
        context.stores().documents().addLink(at(invoiceId, customerId, ordinal++), each);
      }
    }
  }

  /** Whether a second reading of the file has something to bring. */
  boolean expectsContent() {
    return !expected.isEmpty();
  }

  @Override
  public void take(int document, int ordinal, InputStream content) throws IOException {
    Expected invoice = expected.get(document);
    if (invoice != null && ordinal < invoice.embedded().size()) {
      Place at = at(invoice.invoiceId(), invoice.customerId(), ordinal);
      take(at, invoice.embedded().get(ordinal), content);
    }
  }

  private void take(Place at, Attachment attachment, InputStream content) throws IOException {
    UUID id = Ids.next();
    try {
      context.stores().documents().add(at, id, attachment, notEmpty(content), MOST_BYTES);
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

  private Place at(UUID invoiceId, UUID customerId, int ordinal) {
    return new Place(
        context.origin().companyId(), customerId, invoiceId, context.delivery().id(), ordinal);
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
