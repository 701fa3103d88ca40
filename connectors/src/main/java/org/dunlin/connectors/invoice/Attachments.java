package org.dunlin.connectors.invoice;

import java.util.stream.Stream;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/** What is said of the documents that an invoice brings along (EN 16931, BG-24). */
public final class Attachments {
  /** More than anybody sends; hostile files are full of them. */
  public static final int MOST = 100;

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_TEXT = 1_000;

  private Attachments() {}

  /** A document in the file, called by the first of the names that is one. */
  public static Attachment embedded(
      @Nullable String mediaType, @Nullable String description, @Nullable String... names) {
    return new Attachment(name(names), cut(mediaType), cut(description), null);
  }

  /** A document elsewhere, which is kept as a link and never loaded. */
  public static Attachment linked(String uri, @Nullable String description, @Nullable String id) {
    return new Attachment(name(id, cut(uri)), null, cut(description), cut(uri));
  }

  /** The problem of an invoice that brings more of them than are kept. */
  public static Problem tooMany(int line, String source) {
    return new Problem(
        source,
        "line " + line,
        "TOO_MANY_ATTACHMENTS",
        "the invoice brings more than "
            + MOST
            + " documents; the first "
            + MOST
            + " are kept, and so is the invoice");
  }

  /** The first name given, without folders and without characters that are not seen. */
  private static String name(@Nullable String... given) {
    return Stream.of(given)
        .filter(each -> each != null)
        .map(each -> each.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|?*:]", "").strip())
        .map(each -> each.substring(Math.max(each.lastIndexOf('/'), each.lastIndexOf('\\')) + 1))
        .filter(each -> each.chars().anyMatch(Character::isLetterOrDigit))
        .map(each -> each.substring(Math.max(0, each.length() - LONGEST_NAME)))
        .findFirst()
        .orElse("attachment");
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}
