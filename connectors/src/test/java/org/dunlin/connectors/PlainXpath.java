package org.dunlin.connectors;

import java.util.ArrayList;
import java.util.List;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Asks a document by local names: {@code a/b} becomes {@code *[local-name()='a']/…}. */
final class PlainXpath {
  private PlainXpath() {}

  static List<Node> nodes(Node from, String path) {
    StringBuilder expression = new StringBuilder(".");
    for (String name : path.split("/")) {
      expression.append("/*[local-name()='").append(name).append("']");
    }
    try {
      NodeList found =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(expression.toString(), from, XPathConstants.NODESET);
      List<Node> nodes = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) {
        nodes.add(found.item(i));
      }
      return nodes;
    } catch (XPathExpressionException e) {
      throw new AssertionError(path, e);
    }
  }

  /** The text of the first such node; empty for none. */
  static String text(Node from, String path) {
    List<Node> nodes = nodes(from, path);
    return nodes.isEmpty() ? "" : nodes.get(0).getTextContent().strip();
  }
}
