package org.dunlin.connectors.xml;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The root element of an XML file, which says what the file is. */
public record XmlRoot(String namespace, String name) {
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

  /** Wrong bytes anywhere near hide the root, whose own name and namespace are plain ASCII. */
  private static Optional<XmlRoot> asLatin(byte[] head) {
    try {
      return Optional.of(root(head, StandardCharsets.ISO_8859_1.name()));
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static XmlRoot root(byte[] head, @Nullable String encoding) throws XMLStreamException {
    XMLStreamReader reader =
        SecureFactory.INSTANCE.createXMLStreamReader(new ByteArrayInputStream(head), encoding);
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      // comments, processing instructions and a document type come before the root
    }
    String namespace = reader.getNamespaceURI();
    return new XmlRoot(namespace == null ? "" : namespace, reader.getLocalName());
  }
}
