package org.dunlin.connectors.xml;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The root element of an XML file, which says what the file is. */
public record XmlRoot(String namespace, String name) {
  private static final int LAYERS_MAX = 8;

  /**
   * The root element of a file that begins with these bytes, which may end anywhere; none where
   * they are not XML or end before the root. A document type before the root is passed over here;
   * reading such a file refuses it.
   */
  public static Optional<XmlRoot> of(byte[] head) {
    try {
      return Optional.of(root(head, null));
    } catch (XMLStreamException e) {
      return e.getCause() instanceof CharConversionException ? asLatin(head) : Optional.empty();
    }
  }

  /**
   * The first element within the root that is wanted, as far as these bytes and a few layers go;
   * for files that somebody wrapped in an envelope.
   */
  public static Optional<XmlRoot> within(byte[] head, Predicate<XmlRoot> wanted) {
    try {
      XMLStreamReader reader = reader(head, null);
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT && ++depth <= LAYERS_MAX) {
          XmlRoot element = here(reader);
          if (wanted.test(element)) {
            return Optional.of(element);
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
    } catch (XMLStreamException e) {
      // the bytes end before anything wanted came, or are wrong
    }
    return Optional.empty();
  }

  /** Wrong bytes anywhere near hide the root, whose own name and namespace are plain ASCII. */
  private static Optional<XmlRoot> asLatin(byte[] head) {
    try {
      return Optional.of(root(head, StandardCharsets.ISO_8859_1.name()));
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static XmlRoot root(byte[] head, @Nullable String encoding) throws XMLStreamException {
    XMLStreamReader reader = reader(head, encoding);
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      // comments, processing instructions and a document type come before the root
    }
    return here(reader);
  }

  private static XMLStreamReader reader(byte[] head, @Nullable String encoding)
      throws XMLStreamException {
    return SecureFactory.INSTANCE.createXMLStreamReader(new ByteArrayInputStream(head), encoding);
  }

  private static XmlRoot here(XMLStreamReader reader) {
    String namespace = reader.getNamespaceURI();
    return new XmlRoot(namespace == null ? "" : namespace, reader.getLocalName());
  }
}
