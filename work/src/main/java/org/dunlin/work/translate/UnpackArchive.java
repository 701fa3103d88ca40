package org.dunlin.work.translate;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Problem;
import org.dunlin.store.ChunkWriter;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryOrigins.In;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.inbox.RawContent;
import org.dunlin.store.inbox.RawContent.Writing;
import org.dunlin.work.intake.ZipArchive;
import org.jspecify.annotations.Nullable;

/**
 * Makes of each file in an archive a delivery of its own, in the transaction of the caller, also of
 * those in archives within it. Names are shown and lead nowhere. What breaks a limit is refused as
 * a whole: nothing of it is there once the transaction is undone.
 */
final class UnpackArchive {
  private static final int BUFFER = 64 * 1024;
  private static final int SIXTEEN_BITS = 0xffff;

  private final Stores stores;
  private final Delivery archive;
  private final ArchiveLimits limits;
  private int members;
  private int known;
  private long bytes;

  UnpackArchive(Stores stores, Delivery archive, ArchiveLimits limits) {
    this.stores = stores;
    this.archive = archive;
    this.limits = limits;
  }

  /** How many files it holds. */
  int members() {
    return members;
  }

  /** What came of it, for the journal. */
  String sentence() {
    return members
        + (members == 1 ? " file" : " files")
        + (known == 0 ? "." : ", of which " + known + " had come before.");
  }

  /**
   * Unpacks it.
   *
   * @throws Untranslatable when it breaks a limit, is damaged, encrypted or empty
   */
  void unpack(InputStream raw) throws IOException {
    Counted counted = new Counted(raw);
    unpack(counted, counted, "", 1);
    if (members == 0) {
      throw refused("", "ARCHIVE_EMPTY", "the archive holds no file");
    }
  }

  private void unpack(InputStream stream, Counted outermost, String path, int depth)
      throws IOException {
    ZipTail tail = new ZipTail(stream);
    ZipInputStream zip = new ZipInputStream(tail); // the caller closes the stream
    int entries = 0;
    for (ZipEntry entry = next(zip, path); entry != null; entry = next(zip, path)) {
      entries++;
      String name = path + entry.getName();
      if (entry.isDirectory() || leftBehind(entry.getName())) {
        continue;
      }
      try {
        member(zip, outermost, name, depth);
      } catch (ZipException | EOFException e) {
        throw damaged(name, e);
      }
    }
    refuseUnlessWhole(tail, entries, path);
  }

  private void refuseUnlessWhole(ZipTail tail, int entries, String path) throws IOException {
    OptionalInt said = tail.entries();
    if (said.isEmpty() || said.getAsInt() != (entries & SIXTEEN_BITS)) {
      throw refused(
          path,
          "ARCHIVE_DAMAGED",
          said.isEmpty()
              ? "the archive ends before its end; have it sent again"
              : "the archive lists " + said.getAsInt() + " entries and holds " + entries);
    }
  }

  private @Nullable ZipEntry next(ZipInputStream zip, String path) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      boolean sealed = String.valueOf(e.getMessage()).contains("encrypted");
      throw sealed
          ? refused(
              path,
              "ARCHIVE_ENCRYPTED",
              "the archive is locked with a password; let it be sent without one, or unpack it")
          : damaged(path, e);
    }
  }

  private void member(ZipInputStream zip, Counted outermost, String name, int depth)
      throws IOException {
    InputStream content = new Watched(zip, outermost, name);
    BufferedInputStream buffered = new BufferedInputStream(content, BUFFER);
    buffered.mark(ZipArchive.HEAD_BYTES + 1);
    byte[] head = buffered.readNBytes(ZipArchive.HEAD_BYTES);
    buffered.reset();
    if (!ZipArchive.begins(head)) {
      keep(buffered, name);
    } else if (depth == limits.depth()) {
      throw refused(
          name,
          "ARCHIVE_TOO_DEEP",
          "archives lie in each other deeper than " + limits.depth() + " levels; unpack it");
    } else {
      unpack(buffered, outermost, name + "/", depth + 1);
    }
  }

  private void keep(InputStream content, String name) throws IOException {
    if (++members > limits.members()) {
      throw refused(
          name,
          "ARCHIVE_TOO_MANY_FILES",
          "the archive holds more than " + limits.members() + " files; send several");
    }
    UUID id = Ids.next();
    RawContent raw = stores.rawContent();
    Writing writing = raw.writing(archive.companyId(), id, archive.receivedMonth());
    ChunkWriter written = writing.content();
    try (written) {
      content.transferTo(written);
    }
    Delivery delivery = delivery(id, MemberName.of(name), written.bytes());
    if (stores.inbox().accept(delivery, written.sha256(), writing.rest()).isPresent()) {
      raw.discard(archive.companyId(), id, archive.receivedMonth());
      known++;
    } else {
      stores.deliveryOrigins().put(archive.companyId(), id, new In(null, archive.id()));
    }
  }

  private Delivery delivery(UUID id, String name, long length) {
    return new Delivery(
        archive.companyId(),
        id,
        0,
        archive.connectionId(),
        name,
        length,
        archive.receivedAt(),
        archive.receivedMonth(),
        archive.mayHandOver(),
        null,
        DeliveryState.NEW,
        0,
        0,
        null,
        null,
        null,
        null,
        null);
  }

  /** What file systems leave in archives beside the files. */
  private static boolean leftBehind(String name) {
    String last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/") || last.startsWith(".") || last.equals("Thumbs.db");
  }

  private Untranslatable damaged(String place, Exception cause) {
    return refused(
        place,
        "ARCHIVE_DAMAGED",
        "the archive cannot be unpacked: " + cause.getMessage() + "; have it sent again");
  }

  private Untranslatable refused(String place, String code, String sentence) {
    String position = place.isEmpty() ? null : MemberName.of(place);
    return new Untranslatable(new Problem(archive.name(), position, code, sentence));
  }

  /** How many bytes of the archive itself were read. */
  private static final class Counted extends FilterInputStream {
    private long read;

    Counted(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      read += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int some = super.read(target, offset, length);
      read += Math.max(some, 0);
      return some;
    }
  }

  /** What comes of a member, held against the limits of the whole; its end is not the archive's. */
  private final class Watched extends FilterInputStream {
    private final Counted outermost;
    private final String name;

    Watched(InputStream member, Counted outermost, String name) {
      super(member);
      this.outermost = outermost;
      this.name = name;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int some = super.read(target, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    @Override
    public void close() {
      // the next member follows
    }

    private void count(int more) {
      bytes += more;
      if (bytes > limits.bytes()) {
        throw refused(
            name,
            "ARCHIVE_TOO_LARGE",
            "what is in the archive has more than " + limits.bytes() + " bytes; send several");
      }
      if (bytes > limits.free() && bytes / limits.ratio() > outermost.read) {
        throw refused(
            name,
            "ARCHIVE_TOO_DENSE",
            "more than "
                + limits.ratio()
                + " bytes come of one byte of the archive, which no statement or invoice has;"
                + " unpack it");
      }
    }
  }
}
