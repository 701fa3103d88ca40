package org.dunlin.work.intake;

/** ZIP archives (PKWARE APPNOTE 6.3.10), as far as intake has to know them. */
public final class ZipArchive {
  private static final byte[] ENTRY = {'P', 'K', 3, 4};
  private static final byte[] EMPTY = {'P', 'K', 5, 6};

  private ZipArchive() {}

  /** Whether a file that begins so is a ZIP archive, and not of those that only look like one. */
  public static boolean begins(byte[] head) {
    return startsWith(head, ENTRY) || startsWith(head, EMPTY);
  }

  private static boolean startsWith(byte[] head, byte[] sign) {
    boolean same = head.length >= sign.length;
    for (int i = 0; same && i < sign.length; i++) {
      same = head[i] == sign[i];
    }
    return same;
  }
}
