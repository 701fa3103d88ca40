package org.dunlin.sandbox.world;

import java.nio.charset.StandardCharsets;

/** Writes elements one after the other, indented, with everything escaped that must be. */
final class Xml {
  private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  private int depth;

  /**
   * An element that holds elements.
   *
   * @param attributes names and values in turn
   */
  void element(String name, Runnable children, String... attributes) {
    start(name, attributes);
    depth++;
    children.run();
    depth--;
    newLine();
    out.append("</").append(name).append('>');
  }

  /** An element that holds text. */
  void element(String name, String text, String... attributes) {
    start(name, attributes);
    out.append(escaped(text)).append("</").append(name).append('>');
  }

  byte[] bytes() {
    return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void start(String name, String... attributes) {
    newLine();
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1])).append('"');
    }
    out.append('>');
  }

  private void newLine() {
    out.append('\n').append("  ".repeat(depth));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
