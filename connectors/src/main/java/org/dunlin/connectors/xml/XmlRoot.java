package org.dunlin.connectors.xml;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The root element of an XML file, which says what the file is. */
public record XmlRoot(String namespace, String name) {
  /**
   * The root element of a file that begins with these bytes, which may end anywhere; none where
   * they are not XML or end before the root. A document type before the root is passed over here;
   * reading such a file refuses it.
   */
  public static Optional<XmlRoot> of(byte[] head) {
    try {
      XMLStreamReader reader =
          SecureFactory.INSTANCE.createXMLStreamReader(new ByteArrayInputStream(head));
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        // comments, processing instructions and a document type come before the root
      }
      String namespace = reader.getNamespaceURI();
      return Optional.of(new XmlRoot(namespace == null ? "" : namespace, reader.getLocalName()));
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }
}
