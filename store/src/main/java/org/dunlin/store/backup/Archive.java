package org.dunlin.store.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The ZIP of a backup while it is written: head, tables, extras, seal. */
final class Archive {
  private static final int BUFFER = 1 << 16;

  private final SealedOutput file;
  private final ZipOutputStream zip;
  private final Progress progress;
  private final List<Seal.Part> parts = new ArrayList<>();

  Archive(SealedOutput file, Progress progress) {
    this.file = file;
    this.zip = new ZipOutputStream(new BufferedOutputStream(file, BUFFER), StandardCharsets.UTF_8);
    this.progress = progress;
    // A backup must not take the processor from the hub that works meanwhile.
    zip.setLevel(Deflater.BEST_SPEED);
    zip.setComment(SealedOutput.COMMENT + "0".repeat(SealedOutput.DIGITS));
  }

  /** What writes the bytes of an entry. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes an entry and notes it for the seal. */
  void add(String name, Content content) throws IOException {
    Counted counted = new Counted("writing", name, progress);
    zip.putNextEntry(new ZipEntry(name));
    content.writeTo(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] buffer, int from, int length) throws IOException {
            counted.add(buffer, from, length);
            zip.write(buffer, from, length);
          }
        });
    zip.closeEntry();
    parts.add(counted.end());
  }

  /** Writes the seal; the digest of the whole file, for its place at the end. */
  byte[] end() throws IOException {
    zip.putNextEntry(new ZipEntry(Entries.SEAL));
    zip.write(Entries.json(seal()));
    zip.closeEntry();
    zip.finish();
    zip.flush();
    return file.digits();
  }

  Seal seal() {
    return new Seal(parts);
  }
}
