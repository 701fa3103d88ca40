package org.dunlin.sandbox.world;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A node of a file, read with the XML parser of the Java library. Paths name elements without their
 * namespaces.
 */
record Xpath(String file, Node node) {
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();
  private static final Map<String, XPathExpression> COMPILED = new HashMap<>();

  static Xpath of(OutsideFile file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      // What is wrong is thrown; the parser need not print it too.
      builder.setErrorHandler(new DefaultHandler());
      var document = builder.parse(new ByteArrayInputStream(file.bytes()));
      return new Xpath(file.name(), document.getDocumentElement());
    } catch (Exception e) {
      throw new AssertionError(file.name() + " is not XML", e);
    }
  }

  String text(String path) {
    List<Xpath> found = all(path);
    if (found.size() != 1) {
      throw new AssertionError(file + " has " + found.size() + " of " + path);
    }
    return found.getFirst().node().getTextContent();
  }

  BigDecimal number(String path) {
    return new BigDecimal(text(path));
  }

  BigDecimal sum(String path) {
    return all(path).stream()
        .map(found -> new BigDecimal(found.node().getTextContent()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  List<Xpath> all(String path) {
    try {
      NodeList nodes = (NodeList) expression(path).evaluate(node, XPathConstants.NODESET);
      List<Xpath> found = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        found.add(new Xpath(file, nodes.item(i)));
      }
      return found;
    } catch (XPathExpressionException e) {
      throw new AssertionError(path, e);
    }
  }

  private static XPathExpression expression(String path) throws XPathExpressionException {
    XPathExpression compiled = COMPILED.get(path);
    if (compiled == null) {
      compiled = XPATH.compile(path.replaceAll("(?<![\\w@])(\\w+)", "*[local-name()='$1']"));
      COMPILED.put(path, compiled);
    }
    return compiled;
  }
}
