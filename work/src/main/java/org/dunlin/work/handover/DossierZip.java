package org.dunlin.work.handover;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The file of a case as it is written: beside its facts only so much goes in, and what does not is
 * listed in it.
 */
final class DossierZip {
  /** The name of the list. */
  static final String LEFT_OUT = "left-out.txt";

  private final ZipOutputStream zip;
  private final FileTime time;
  private final long most;
  private final List<String> leftOut = new ArrayList<>();
  private long within;

  /**
   * Onto a stream, which it leaves open.
   *
   * @param time of all that is in it, so that it is the same each time
   * @param most so many bytes go in beside the facts, before they are compressed
   */
  DossierZip(OutputStream out, FileTime time, long most) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.time = time;
    this.most = most;
  }

  /** Writes what belongs to every case. */
  void fact(String name, byte[] bytes) throws IOException {
    begin(name);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Writes one where there is room for it, or lists it. */
  void add(String name, byte[] bytes) throws IOException {
    if (hasRoom(name, bytes.length)) {
      fact(name, bytes);
    }
  }

  /** The same of what is read as it is written, a piece at a time. */
  void add(String name, long length, Supplier<InputStream> content) throws IOException {
    if (hasRoom(name, length)) {
      begin(name);
      try (InputStream bytes = content.get()) {
        bytes.transferTo(zip);
      }
      zip.closeEntry();
    }
  }

  /** Lists one that is not in it. */
  void leaveOut(String name, String why) {
    leftOut.add(name + " (" + why + ")");
  }

  /** Ends the file with the list of what is not in it. */
  void finish() throws IOException {
    if (!leftOut.isEmpty()) {
      String list = "Not in this file:\n" + String.join("\n", leftOut) + "\n";
      fact(LEFT_OUT, list.getBytes(StandardCharsets.UTF_8));
    }
    zip.finish();
  }

  private boolean hasRoom(String name, long length) {
    if (length > most - within) {
      leaveOut(name, length + " bytes; the file takes " + most + " in all");
      return false;
    }
    within += length;
    return true;
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(time);
    zip.putNextEntry(entry);
  }
}
