package org.dunlin.connectors.fatturapa;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dunlin.connectors.invoice.Attachments;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * The documents that an invoice brings along: Allegati (2.5). The first reading takes what is said
 * of them; their bytes are read on request, as a stream.
 */
final class AttachedFiles {
  static final String NAME = "Allegati";
  static final String BYTES = "Attachment";

  /** The format is a word that the sender chooses; these are what senders write. */
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "PDF", "application/pdf",
          "CSV", "text/csv",
          "TXT", "text/plain",
          "XML", "application/xml",
          "PNG", "image/png",
          "JPG", "image/jpeg",
          "JPEG", "image/jpeg",
          "ZIP", "application/zip");

  private int taken;

  /** Takes over one, on which the cursor stands, without its bytes. */
  void adopt(XmlCursor cursor, Element body) throws IOException {
    if (taken > Attachments.MOST) {
      cursor.skip();
      return;
    }
    taken++;
    Element attached = cursor.start();
    while (cursor.nextChild()) {
      if (cursor.name().equals(BYTES)) {
        attached.adopt(cursor.start());
        cursor.skip();
      } else {
        attached.adopt(cursor.element());
      }
    }
    body.adopt(attached);
  }

  /** What is said of them, in the order of the file. */
  static List<Attachment> of(Element body) {
    List<Attachment> attachments = new ArrayList<>();
    for (Element attached : body.children(NAME).stream().limit(Attachments.MOST).toList()) {
      for (int i = 0; i < attached.children(BYTES).size(); i++) {
        attachments.add(
            Attachments.embedded(
                mediaType(attached),
                attached.text("DescrizioneAttachment"),
                attached.text("NomeAttachment")));
      }
    }
    return attachments;
  }

  /** What was compressed for the journey is what the compression made of it. */
  private static @Nullable String mediaType(Element attached) {
    String compression = attached.text("AlgoritmoCompressione");
    String format = compression == null ? attached.text("FormatoAttachment") : compression;
    return format == null ? null : MEDIA_TYPES.get(format.toUpperCase(Locale.ROOT));
  }
}
