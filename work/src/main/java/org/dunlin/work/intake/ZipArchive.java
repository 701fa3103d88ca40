package org.dunlin.work.intake;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** ZIP archives (PKWARE APPNOTE 6.3.10, section 4.3), as they are recognised. */
public final class ZipArchive {
  /** How many bytes from the beginning are enough to tell. */
  public static final int HEAD_BYTES = 30 + 64;

  private static final byte[] MEMBER = {'P', 'K', 3, 4};
  private static final byte[] EMPTY = {'P', 'K', 5, 6};
  private static final int NAME_LENGTH_AT = 26;
  private static final int NAME_AT = 30;

  /** By their first member: documents of Office and OpenDocument, books, programs. */
  private static final Set<String> DOCUMENTS =
      Set.of("[Content_Types].xml", "_rels/.rels", "mimetype", "META-INF/MANIFEST.MF");

  private ZipArchive() {}

  /** Whether a file that begins so is an archive, and not a document that is one inside. */
  public static boolean begins(byte[] head) {
    return startsWith(head, EMPTY)
        || (startsWith(head, MEMBER) && !DOCUMENTS.contains(firstName(head)));
  }

  private static String firstName(byte[] head) {
    if (head.length < NAME_AT) {
      return "";
    }
    int length = (head[NAME_LENGTH_AT] & 0xff) | (head[NAME_LENGTH_AT + 1] & 0xff) << 8;
    int end = Math.min(head.length, NAME_AT + length);
    return new String(head, NAME_AT, end - NAME_AT, StandardCharsets.US_ASCII);
  }

  private static boolean startsWith(byte[] head, byte[] sign) {
    boolean same = head.length >= sign.length;
    for (int i = 0; same && i < sign.length; i++) {
      same = head[i] == sign[i];
    }
    return same;
  }
}
