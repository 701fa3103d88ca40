package org.dunlin.core.model;

import org.jspecify.annotations.Nullable;

/**
 * A document that an invoice brings along (EN 16931, BG-24): embedded in the file, or elsewhere.
 *
 * @param name what to call it (BT-125-2, else BT-122)
 * @param mediaType of an embedded document (BT-125-1), as the sender says
 * @param description BT-123
 * @param uri where a document lies that is not embedded (BT-124); it is kept and never loaded
 */
public record Attachment(
    String name,
    @Nullable String mediaType,
    @Nullable String description,
    @Nullable String uri) {

  /** Whether the file holds the document itself. */
  public boolean embedded() {
    return uri == null;
  }
}
