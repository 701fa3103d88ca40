package org.dunlin.connectors.xml;

import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.Refusal;
import org.dunlin.core.model.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * One element as it was read: its text, its attributes, its children, and where it begins. Children
 * are chained, since most elements have none or few and millions of them are made.
 */
public final class Element {
  /** More than any list that is held as a whole needs; longer ones are read one by one. */
  private static final int ADOPTED_MAX = 1_000;

  private static final String[] NO_ATTRIBUTES = {};

  private @Nullable Element parent;
  private final String name;
  private final int line;
  private @Nullable Element first;
  private @Nullable Element last;
  private @Nullable Element next;
  private String[] attributes = NO_ATTRIBUTES;
  private @Nullable String text;
  private int adopted;

  Element(@Nullable Element parent, String name, int line) {
    this.parent = parent;
    this.name = name;
    this.line = line;
    if (parent != null) {
      parent.append(this);
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

  /** Its own text, as far as it is visible, without blanks around it; null where there is none. */
  public @Nullable String text() {
    return text;
  }

  /** The text of the first child of this name; null where it is absent or blank. */
  public @Nullable String text(String child) {
    Element found = child(child);
    return found == null ? null : found.text;
  }

  /** The text of the element at the end of the path; null where it is absent or blank. */
  public @Nullable String text(String... path) {
    Element found = find(path);
    return found == null ? null : found.text();
  }

  /** The value of an attribute without blanks around it; null where it is absent or blank. */
  public @Nullable String attribute(String attribute) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(attribute)) {
        String value = VisibleText.of(attributes[i + 1]).strip();
        return value.isEmpty() ? null : value;
      }
    }
    return null;
  }

  /** The first child of this name; null for none. */
  public @Nullable Element child(String child) {
    for (Element each = first; each != null; each = each.next) {
      if (each.name.equals(child)) {
        return each;
      }
    }
    return null;
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
    Element found = child(child);
    if (found == null) {
      return List.of();
    }
    List<Element> all = new ArrayList<>();
    for (Element each = found; each != null; each = each.next) {
      if (each.name.equals(child)) {
        all.add(each);
      }
    }
    return all;
  }

  /** All children, in the order of the file. */
  public List<Element> children() {
    if (first == null) {
      return List.of();
    }
    List<Element> all = new ArrayList<>();
    for (Element each = first; each != null; each = each.next) {
      all.add(each);
    }
    return all;
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

  /** Makes the other element a child of this one; XML_TOO_LARGE where it has too many. */
  public void adopt(Element child) {
    if (++adopted > ADOPTED_MAX) {
      throw child.refused(
          "XML_TOO_LARGE",
          "more than "
              + ADOPTED_MAX
              + " parts that are read as a whole; no such file can be genuine");
    }
    child.parent = this;
    append(child);
  }

  /** The names of its attributes and their values, in turn. */
  String[] attributes() {
    return attributes;
  }

  @Nullable Element parent() {
    return parent;
  }

  boolean hasChildren() {
    return first != null;
  }

  /** All attributes: name, value, name, value … */
  void attributes(String[] pairs) {
    attributes = pairs;
  }

  void close(String characters) {
    if (first == null) {
      String stripped = VisibleText.of(characters).strip();
      text = stripped.isEmpty() ? null : stripped;
    }
  }

  private void append(Element child) {
    if (last == null) {
      first = child;
    } else {
      last.next = child;
    }
    last = child;
  }

  private @Nullable Element find(int depth, String[] path) {
    if (depth == path.length) {
      return this;
    }
    for (Element child = first; child != null; child = child.next) {
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
