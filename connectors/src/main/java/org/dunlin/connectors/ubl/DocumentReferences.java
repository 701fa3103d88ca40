package org.dunlin.connectors.ubl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.invoice.Attachments;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The documents that an invoice brings along: AdditionalDocumentReference/Attachment (EN 16931,
 * BG-24). The first reading takes what is said of them; their bytes are read on request, as a
 * stream. What lies elsewhere (ExternalReference) is kept as a link and never loaded.
 */
final class DocumentReferences {
  static final String NAME = "AdditionalDocumentReference";

  private static final String EMBEDDED = "EmbeddedDocumentBinaryObject";
  private static final String ATTACHMENT = "Attachment";

  private int taken;

  /** Takes over one reference, on which the cursor stands, without the document itself. */
  void adopt(XmlCursor cursor, Element document) throws IOException {
    if (taken > Attachments.MOST) {
      cursor.skip();
      return;
    }
    taken++;
    Element reference = cursor.start();
    while (cursor.nextChild()) {
      reference.adopt(cursor.name().equals(ATTACHMENT) ? attachment(cursor) : cursor.element());
    }
    document.adopt(reference);
  }

  /** What is said of the documents, in the order of the file. */
  static List<Attachment> of(Element document) {
    List<Attachment> attachments = new ArrayList<>();
    for (Element reference : document.children(NAME).stream().limit(Attachments.MOST).toList()) {
      String id = reference.text("ID");
      String description = reference.text("DocumentDescription");
      for (Element attachment : reference.children(ATTACHMENT)) {
        for (Element embedded : attachment.children(EMBEDDED)) {
          attachments.add(
              Attachments.embedded(
                  embedded.attribute("mimeCode"), description, embedded.attribute("filename"), id));
        }
        String uri = attachment.text("ExternalReference", "URI");
        if (uri != null) {
          attachments.add(Attachments.linked(uri, description, id));
        }
      }
    }
    return attachments;
  }

  /** Hands the embedded documents to the sink; the cursor stands on the invoice at this place. */
  static void read(XmlCursor cursor, int place, DocumentSink sink) throws IOException {
    int references = 0;
    int ordinal = 0;
    while (cursor.nextChild()) {
      if (cursor.name().equals(NAME) && ++references <= Attachments.MOST) {
        ordinal = readReference(cursor, place, ordinal, sink);
      } else {
        cursor.skip();
      }
    }
  }

  private static int readReference(XmlCursor cursor, int place, int ordinal, DocumentSink sink)
      throws IOException {
    int next = ordinal;
    while (cursor.nextChild()) {
      if (cursor.name().equals(ATTACHMENT)) {
        next = readOne(cursor, place, next, sink);
      } else {
        cursor.skip();
      }
    }
    return next;
  }

  /** The problem of a document that has more of them than are kept; null where it has not. */
  static @Nullable Problem tooMany(Element document, String source) {
    if (document.children(NAME).size() <= Attachments.MOST) {
      return null;
    }
    return Attachments.tooMany(document.children(NAME).getLast().line(), source);
  }

  private static int readOne(XmlCursor cursor, int place, int ordinal, DocumentSink sink)
      throws IOException {
    int next = ordinal;
    while (cursor.nextChild()) {
      if (cursor.name().equals(EMBEDDED)) {
        int each = next++;
        cursor.base64(content -> sink.take(place, each, content));
      } else {
        cursor.skip();
      }
    }
    return next;
  }

  private static Element attachment(XmlCursor cursor) throws IOException {
    Element attachment = cursor.start();
    while (cursor.nextChild()) {
      if (cursor.name().equals(EMBEDDED)) {
        attachment.adopt(cursor.startWithAttributes());
        cursor.skip();
      } else {
        attachment.adopt(cursor.element());
      }
    }
    return attachment;
  }
}
