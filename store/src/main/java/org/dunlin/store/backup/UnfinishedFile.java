package org.dunlin.store.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import org.dunlin.store.postgres.PrivateFiles;

/**
 * A file on its way: beside its target, under a name that nobody takes for a backup, readable by
 * its owner alone, and locked while it is written, so that what a killed hub left can be told from
 * what another one is writing.
 */
final class UnfinishedFile implements AutoCloseable {
  private static final String END = ".unfinished";

  private final Path target;
  private final Path path;
  private final FileChannel channel;

  private UnfinishedFile(Path target, Path path, FileChannel channel) {
    this.target = target;
    this.path = path;
    this.channel = channel;
  }

  static UnfinishedFile beside(Path target) throws IOException {
    Path path = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + END);
    FileChannel channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PrivateFiles.ownersOnly(path));
    UnfinishedFile file = new UnfinishedFile(target, path, channel);
    if (channel.tryLock() == null) {
      file.close();
      throw new IOException("the new file " + path + " is locked by somebody else");
    }
    return file;
  }

  SealedOutput output() {
    return new SealedOutput(Channels.newOutputStream(channel));
  }

  /** Writes the digest over its place, brings all to the disk, and gives the file its name. */
  void finish(byte[] digits) throws IOException {
    ByteBuffer last = ByteBuffer.wrap(digits);
    long place = channel.size() - digits.length;
    while (last.hasRemaining()) {
      channel.write(last, place + last.position());
    }
    channel.force(true);
    if (Files.exists(target)) {
      throw exists(target);
    }
    PrivateFiles.moveIntoPlace(path, target);
  }

  static RefusedBackup exists(Path target) {
    return new RefusedBackup(
        RefusedBackup.Code.FILE_EXISTS,
        target + " is there already and is not overwritten; name another file, or remove it.");
  }

  /** Removes what killed hubs left of files whose names begin so. */
  static void removeLeftovers(Path folder, String beginning) throws IOException {
    try (var left = Files.newDirectoryStream(folder, path -> isLeft(path, beginning))) {
      for (Path path : left) {
        if (!lockedByAnother(path)) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private static boolean isLeft(Path path, String beginning) {
    String name = path.getFileName().toString();
    return name.startsWith("." + beginning) && name.endsWith(END);
  }

  private static boolean lockedByAnother(Path path) throws IOException {
    try (FileChannel other = FileChannel.open(path, StandardOpenOption.WRITE);
        FileLock lock = other.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException ours) {
      return true;
    }
  }

  /** Removes it, unless it was finished. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }
}
