package org.dunlin.connectors.pain;

/** Writes elements one in another, indented, so that a person can read the file. */
final class XmlText {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  XmlText() {
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** An element with others in it. */
  XmlText in(String name, Runnable inside) {
    return in(name, name, inside);
  }

  /** The same with attributes, as they stand. */
  XmlText in(String name, String opening, Runnable inside) {
    line("<" + opening + ">");
    depth++;
    inside.run();
    depth--;
    return line("</" + name + ">");
  }

  /** An element with a value. */
  XmlText leaf(String name, Object value) {
    return leaf(name, name, value);
  }

  /** The same with attributes, as they stand. */
  XmlText leaf(String name, String opening, Object value) {
    return line("<" + opening + ">" + escaped(value.toString()) + "</" + name + ">");
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private XmlText line(String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
    return this;
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
