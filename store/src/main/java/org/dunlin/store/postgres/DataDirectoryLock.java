package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ensures that one hub at a time uses a data directory; the system frees it when the hub dies. */
final class DataDirectoryLock implements AutoCloseable {

  /**
   * The directories held by this process. The system's lock belongs to the process, and closing any
   * other channel on the file would drop it, so a second attempt must not even open the file.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  /** Far behind the text, which Windows would otherwise not let others read. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final DataDirectory directory;
  private final FileChannel channel;

  private DataDirectoryLock(DataDirectory directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws DataDirectoryInUse if another hub has it
   */
  static DataDirectoryLock take(DataDirectory directory) {
    var pid = ProcessHandle.current().pid();
    if (!HELD_HERE.add(directory.root())) {
      throw new DataDirectoryInUse(directory.root(), "pid " + pid + ", this very process");
    }
    try {
      var channel = open(directory);
      sign(channel, "pid " + pid + ", started " + Instant.now());
      return new DataDirectoryLock(directory, channel);
    } catch (IOException unusable) {
      HELD_HERE.remove(directory.root());
      throw PostgresFailure.unusable(directory.lockFile(), unusable);
    } catch (RuntimeException inUse) {
      HELD_HERE.remove(directory.root());
      throw inUse;
    }
  }

  private static FileChannel open(DataDirectory directory) throws IOException {
    var channel =
        FileChannel.open(directory.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      var holder = Files.readString(directory.lockFile()).strip();
      throw new DataDirectoryInUse(
          directory.root(), holder.isEmpty() ? "which is just starting" : holder);
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false) != null;
    } catch (OverlappingFileLockException heldByAnotherClassLoader) {
      return false;
    }
  }

  /** Says in the file who holds it, for the one who finds it locked. */
  private static void sign(FileChannel channel, String holder) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)));
    channel.force(true);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException unusable) {
      throw PostgresFailure.unusable(directory.lockFile(), unusable);
    } finally {
      HELD_HERE.remove(directory.root());
    }
  }
}
