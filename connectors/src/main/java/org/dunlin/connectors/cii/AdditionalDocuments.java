package org.dunlin.connectors.cii;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.invoice.Attachments;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The documents that an invoice brings along: AdditionalReferencedDocument (EN 16931, BG-24). The
 * first reading takes what is said of them; their bytes are read on request, as a stream. What lies
 * elsewhere (URIID) is kept as a link and never loaded.
 */
final class AdditionalDocuments {
  static final String NAME = "AdditionalReferencedDocument";

  static final String EMBEDDED = "AttachmentBinaryObject";

  /**
   * A file beside this one in a PDF (Factur-X 1.0, "embedded file"), which the PDF brings along.
   */
  private static final String IN_PDF = "#ef=";

  private int taken;

  /** Takes over one reference, on which the cursor stands, without the document itself. */
  void adopt(XmlCursor cursor, Element agreement) throws IOException {
    if (taken > Attachments.MOST) {
      cursor.skip();
      return;
    }
    taken++;
    Element reference = cursor.start();
    while (cursor.nextChild()) {
      if (cursor.name().equals(EMBEDDED)) {
        reference.adopt(cursor.startWithAttributes());
        cursor.skip();
      } else {
        reference.adopt(cursor.element());
      }
    }
    agreement.adopt(reference);
  }

  /** What is said of the documents, in the order of the file. */
  static List<Attachment> of(Element agreement) {
    List<Attachment> attachments = new ArrayList<>();
    for (Element reference : agreement.children(NAME).stream().limit(Attachments.MOST).toList()) {
      String id = CiiTranslator.id(reference);
      String description = reference.text("Name");
      for (Element embedded : reference.children(EMBEDDED)) {
        attachments.add(
            Attachments.embedded(
                embedded.attribute("mimeCode"), description, embedded.attribute("filename"), id));
      }
      String uri = reference.text("URIID");
      if (uri != null && !uri.startsWith(IN_PDF)) {
        attachments.add(Attachments.linked(uri, description, id));
      }
    }
    return attachments;
  }

  /** The problem of a document that has more of them than are kept; null where it has not. */
  static @Nullable Problem tooMany(Element agreement, String source) {
    List<Element> references = agreement.children(NAME);
    return references.size() <= Attachments.MOST
        ? null
        : Attachments.tooMany(references.getLast().line(), source);
  }
}
