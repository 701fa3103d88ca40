package org.dunlin.connectors.xml;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes parts of one file as another, an event at a time; comments and processing instructions are
 * left out. The same parts give the same bytes.
 */
public final class XmlCopy implements AutoCloseable {
  private static final XMLOutputFactory FACTORY = factory();

  private final XMLStreamWriter writer;
  private final String namespace;

  /**
   * Begins a file in UTF-8.
   *
   * @param namespace of the elements that are begun here, which is the file's default
   */
  public XmlCopy(OutputStream out, String namespace) throws IOException {
    this.namespace = namespace;
    try {
      writer = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Begins an element. */
  public void start(String name) throws IOException {
    write(() -> writer.writeStartElement("", name, namespace));
  }

  /** Ends the element that was begun last. */
  public void end() throws IOException {
    write(writer::writeEndElement);
  }

  /** Writes an element that was read before, with all that is in it. */
  public void element(Element element) throws IOException {
    start(element.name());
    String[] attributes = element.attributes();
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      String value = attributes[i + 1];
      write(() -> writer.writeAttribute(name, value));
    }
    String text = element.text();
    if (text != null) {
      characters(text);
    }
    for (Element child : element.children()) {
      element(child);
    }
    end();
  }

  /** Writes the start of the element on which the reader stands, as it stands there. */
  void startOf(XMLStreamReader reader) throws IOException {
    write(
        () -> {
          writer.writeStartElement(
              text(reader.getPrefix()), reader.getLocalName(), text(reader.getNamespaceURI()));
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            writer.writeAttribute(
                text(reader.getAttributePrefix(i)),
                text(reader.getAttributeNamespace(i)),
                reader.getAttributeLocalName(i),
                reader.getAttributeValue(i));
          }
        });
  }

  void characters(String text) throws IOException {
    write(() -> writer.writeCharacters(text));
  }

  @Override
  public void close() throws IOException {
    write(
        () -> {
          writer.writeEndDocument();
          writer.close();
        });
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private static void write(Step step) throws IOException {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private static IOException failed(XMLStreamException e) {
    return e.getCause() instanceof IOException cause ? cause : new IOException(e);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static XMLOutputFactory factory() {
    XMLOutputFactory factory = new WstxOutputFactory();
    factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, true);
    return factory;
  }
}
