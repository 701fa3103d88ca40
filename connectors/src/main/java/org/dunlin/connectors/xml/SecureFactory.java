package org.dunlin.connectors.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import javax.xml.stream.XMLInputFactory;

/** The one parser factory: it resolves nothing, loads nothing, and stops at limits. */
final class SecureFactory {
  /** More than any invoice or statement needs; the standards' own messages stay below ten. */
  private static final int ATTRIBUTES_MAX = 100;

  private static final int ATTRIBUTE_CHARACTERS_MAX = 32 * 1024;

  private SecureFactory() {}

  static final XMLInputFactory INSTANCE = create();

  private static XMLInputFactory create() {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // A text that is parsed only when asked for fails with an exception that nobody expects there.
    factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES_MAX);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE_CHARACTERS_MAX);
    return factory;
  }
}
