package org.dunlin.connectors.xml;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.xml.MarkupLimit.MarkupTooLong;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the elements of a file. After {@link #nextChild} has said yes, the caller consumes
 * that child entirely: with {@link #element}, with {@link #skip}, or by asking for its children
 * until there are none.
 *
 * <p>Every method throws {@link Untranslatable} (MALFORMED_XML, DTD_NOT_ALLOWED, XML_TOO_LARGE)
 * where the file breaks the rules of XML or the limits here.
 */
public final class XmlCursor {
  private static final int DEPTH_MAX = 64;
  private static final int ELEMENTS_MAX = 20_000;
  private static final int CHARACTERS_MAX = 100_000;
  private static final int PART_CHARACTERS_MAX = 4_000_000;

  private final XMLStreamReader2 reader;
  private final String source;
  private int depth;

  /**
   * Stands on the root element of the stream.
   *
   * @param source what the stream is called in problems
   */
  public XmlCursor(InputStream stream, String source) throws IOException {
    this.source = source;
    try {
      reader =
          (XMLStreamReader2) SecureFactory.INSTANCE.createXMLStreamReader(new MarkupLimit(stream));
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
    while (advance() != XMLStreamConstants.START_ELEMENT) {
      // comments and processing instructions come before the root
    }
  }

  /** The local name of the element on which the cursor stands; prefixes mean nothing. */
  public String name() {
    return reader.getLocalName();
  }

  /** The namespace of the element on which the cursor stands; empty for none. */
  public String namespace() {
    String namespace = reader.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  /** The line on which the element begins, counted from 1. */
  public int line() {
    return reader.getLocation().getLineNumber();
  }

  /** How many characters of the file came before the element. */
  public long offset() {
    return reader.getLocationInfo().getStartingCharOffset();
  }

  /** Moves to the next child of the element whose children are being read; false at its end. */
  public boolean nextChild() throws IOException {
    while (true) {
      int event = advance();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return false;
      }
    }
  }

  /** Passes over the element on which the cursor stands, however large. */
  public void skip() throws IOException {
    int outside = depth - 1;
    while (depth > outside) {
      advance();
    }
  }

  /** An element without children yet, for the one on which the cursor stands; nothing is read. */
  public Element start() {
    return new Element(null, name(), line());
  }

  /** The element on which the cursor stands, with its attributes and nothing in it yet. */
  public Element startWithAttributes() {
    return open(null);
  }

  /** Reads the bytes that are in the element on which the cursor stands, a part at a time. */
  public interface Bytes {
    /** What is not read of the content is passed over. */
    void read(InputStream content) throws IOException;
  }

  /**
   * Reads the element on which the cursor stands as base64. Reading the content throws {@link
   * org.dunlin.connectors.UnreadableDocument} where it is not; a reader that catches it goes on.
   */
  public void base64(Bytes bytes) throws IOException {
    TextStream text = new TextStream(this, depth);
    bytes.read(new Base64Text(text));
    text.close();
  }

  /** Copies the element on which the cursor stands with all that is in it, however large. */
  public void copy(XmlCopy copy) throws IOException {
    int outside = depth - 1;
    copy.startOf(reader);
    while (depth > outside) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> copy.startOf(reader);
        case XMLStreamConstants.END_ELEMENT -> copy.end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            copy.characters(reader.getText());
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
  }

  /** The next characters in the element of this depth; null at its end. */
  @Nullable String nextText(int inside) throws IOException {
    while (true) {
      int event = advance();
      if (depth < inside) {
        return null;
      }
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        return reader.getText();
      }
    }
  }

  /** Reads the element on which the cursor stands with all that is in it. */
  public Element element() throws IOException {
    Element root = open(null);
    int elements = 1;
    int characters = 0;
    Element current = root;
    CharSequence text = "";
    while (true) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++elements > ELEMENTS_MAX) {
            throw tooLarge("an element with more than " + ELEMENTS_MAX + " elements in it");
          }
          current = open(current);
          text = "";
        }
        case XMLStreamConstants.END_ELEMENT -> {
          characters += text.length();
          if (characters > PART_CHARACTERS_MAX) {
            throw tooLarge(
                "an element with more than " + PART_CHARACTERS_MAX + " characters in it");
          }
          current.close(text.toString());
          Element parent = current.parent();
          if (parent == null) {
            return root;
          }
          current = parent;
          text = "";
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text = longer(text, current);
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
  }

  /** The text with what the parser has now; blanks between elements are not made a text at all. */
  private CharSequence longer(CharSequence text, Element current) {
    if (current.hasChildren() || (text.isEmpty() && reader.isWhiteSpace())) {
      return text;
    }
    if (text.length() + reader.getTextLength() > CHARACTERS_MAX) {
      throw tooLarge("a text of more than " + CHARACTERS_MAX + " characters");
    }
    if (text.isEmpty()) {
      return reader.getText();
    }
    StringBuilder longer = text instanceof StringBuilder begun ? begun : new StringBuilder(text);
    return longer.append(reader.getText());
  }

  /** Reads to the end of the file, so that what is wrong after the part of interest is found. */
  public void finish() throws IOException {
    try {
      while (reader.getEventType() != XMLStreamConstants.END_DOCUMENT) {
        advance();
      }
    } finally {
      close();
    }
  }

  private void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  private Element open(@Nullable Element parent) {
    Element element = new Element(parent, name(), line());
    int attributes = reader.getAttributeCount();
    if (attributes > 0) {
      String[] pairs = new String[attributes * 2];
      for (int i = 0; i < attributes; i++) {
        pairs[2 * i] = reader.getAttributeLocalName(i);
        pairs[2 * i + 1] = reader.getAttributeValue(i);
      }
      element.attributes(pairs);
    }
    return element;
  }

  private int advance() throws IOException {
    try {
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEPTH_MAX) {
            throw tooLarge("elements nested more than " + DEPTH_MAX + " deep");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD -> throw documentType();
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw refused("MALFORMED_XML", "an entity is used that XML does not define; remove it");
        default -> {
          // the rest is for the callers
        }
      }
      return event;
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  private Untranslatable documentType() {
    return refused(
        "DTD_NOT_ALLOWED",
        "the file declares a document type, which may make a reader load or build anything; remove"
            + " <!DOCTYPE …>");
  }

  private Untranslatable tooLarge(String what) {
    return refused("XML_TOO_LARGE", "the file holds " + what + "; no such file can be genuine");
  }

  private Untranslatable refused(String code, String message) {
    return new Untranslatable(new Problem(source, "line " + line(), code, message));
  }

  /** What the parser says, as a problem; a failing stream stays a failing stream. */
  private Untranslatable malformed(XMLStreamException e) throws IOException {
    if (e.getCause() instanceof MarkupTooLong endless) {
      return new Untranslatable(
          new Problem(
              source,
              "line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNumber()),
              "XML_TOO_LARGE",
              "the file holds " + endless.getMessage() + "; no such file can be genuine"));
    }
    if (e.getCause() instanceof IOException cause && !(cause instanceof CharConversionException)) {
      throw cause;
    }
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String said = message.strip().replaceAll("[.:;]+$", "");
    boolean limit = message.toLowerCase(Locale.ROOT).contains("limit");
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
    return new Untranslatable(
        new Problem(
            source,
            "line " + line,
            limit ? "XML_TOO_LARGE" : "MALFORMED_XML",
            "the file is not well-formed XML: " + said + "; export it again"));
  }
}
