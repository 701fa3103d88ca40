package org.dunlin.connectors.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One element as it was read: its text, its attributes, its children, and where it begins. */
public final class Element {
  private @Nullable Element parent;
  private final String name;
  private final int line;
  private final List<Element> children = new ArrayList<>(2);
  private Map<String, String> attributes = Map.of();
  private String text = "";

  Element(@Nullable Element parent, String name, int line) {
    this.parent = parent;
    this.name = name;
    this.line = line;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  /** The local name. */
  public String name() {
    return name;
  }

  /** The line on which it begins, counted from 1. */
  public int line() {
    return line;
  }

  /** The names from the outermost element that was read down to this one. */
  public String path() {
    return parent == null ? name : parent.path() + "/" + name;
  }

  /** Its own text without blanks around it; null where there is none. */
  public @Nullable String text() {
    return text.isEmpty() ? null : text;
  }

  /** The text of the element at the end of the path; null where it is absent or blank. */
  public @Nullable String text(String... path) {
    Element found = find(path);
    return found == null ? null : found.text();
  }

  /** The value of an attribute without blanks around it; null where it is absent or blank. */
  public @Nullable String attribute(String attribute) {
    String value = attributes.get(attribute);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** The first element that the path leads to, whichever branches it takes; null for none. */
  public @Nullable Element find(String... path) {
    return find(0, path);
  }

  /** As {@link #find}, but null also where the element has no text. */
  public @Nullable Element filled(String... path) {
    Element found = find(path);
    return found == null || found.text() == null ? null : found;
  }

  /** The children of this name, in the order of the file. */
  public List<Element> children(String child) {
    return children.stream().filter(each -> each.name.equals(child)).toList();
  }

  /** The child of this name; a problem MISSING_ELEMENT where it is absent. */
  public Element require(String... path) {
    Element found = find(path);
    if (found == null) {
      throw missing(String.join("/", path));
    }
    return found;
  }

  /** The text at the end of the path; a problem MISSING_ELEMENT where it is absent or blank. */
  public String requireText(String... path) {
    String found = text(path);
    if (found == null) {
      throw missing(String.join("/", path));
    }
    return found;
  }

  /** A refusal that names this element and its line. */
  public Refusal refused(String code, String message) {
    return new Refusal(code, line, path() + ": " + message);
  }

  /** A refusal for a part of this element that must be there. */
  public Refusal missing(String child) {
    return new Refusal(
        "MISSING_ELEMENT",
        line,
        path()
            + "/"
            + child
            + " is missing or empty; have the program that wrote the file fill it");
  }

  /** Makes the other element a child of this one. */
  public void adopt(Element child) {
    child.parent = this;
    children.add(child);
  }

  @Nullable Element parent() {
    return parent;
  }

  void attribute(String attribute, String value) {
    if (attributes.isEmpty()) {
      attributes = new TreeMap<>();
    }
    attributes.put(attribute, value);
  }

  void close(StringBuilder characters) {
    text = children.isEmpty() ? characters.toString().strip() : "";
  }

  private @Nullable Element find(int depth, String[] path) {
    if (depth == path.length) {
      return this;
    }
    for (Element child : children) {
      if (child.name.equals(path[depth])) {
        Element found = child.find(depth + 1, path);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
