package org.dunlin.work.intake;

import org.dunlin.connectors.Formats;

/**
 * Whether a file is one that the hub reads, by how it begins: for roads that bring other things,
 * too.
 */
public final class ReadableFile {
  /** How many bytes from the beginning are enough to tell. */
  public static final int HEAD_BYTES = Formats.HEAD_BYTES;

  private ReadableFile() {}

  /** Whether a file that begins so is read, or is an archive of such files. */
  public static boolean begins(byte[] head) {
    return ZipArchive.begins(head) || Formats.detect(head).isPresent();
  }
}
