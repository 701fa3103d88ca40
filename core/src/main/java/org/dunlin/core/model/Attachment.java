package org.dunlin.core.model;

import java.util.Locale;
import java.util.Set;
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
    String name, @Nullable String mediaType, @Nullable String description, @Nullable String uri) {

  private static final Set<String> OF_THE_STANDARD =
      Set.of(
          "application/pdf",
          "image/png",
          "image/jpeg",
          "text/csv",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.oasis.opendocument.spreadsheet");

  /** Whether the media type is one that EN 16931 permits for attachments (BR-CL-24). */
  public boolean ofTheStandard() {
    return mediaType != null && OF_THE_STANDARD.contains(mediaType.toLowerCase(Locale.ROOT));
  }

  /** Whether the file holds the document itself. */
  public boolean embedded() {
    return uri == null;
  }
}
