package org.dunlin.connectors.invoice;

import org.dunlin.connectors.xml.Element;
import org.jspecify.annotations.Nullable;

/** An identifier, which is unique only within its scheme, where one is given (ISO 6523, EAS). */
public record Identifier(@Nullable String scheme, String value) {
  private static final String SCHEME = "schemeID";

  /** What the element says; null where there is none, or no text in it. */
  public static @Nullable Identifier of(@Nullable Element element) {
    String value = element == null ? null : element.text();
    return element == null || value == null
        ? null
        : new Identifier(element.attribute(SCHEME), value);
  }

  /** With the scheme before it, where one is given. */
  public String qualified() {
    return (scheme == null ? "" : scheme + ":") + value;
  }
}
