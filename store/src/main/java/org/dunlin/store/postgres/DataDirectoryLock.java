package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Ensures that one hub at a time uses a data directory; the system frees it when the hub dies. */
final class DataDirectoryLock implements AutoCloseable {

  /**
   * The directories held by this process. The system's lock belongs to the process, and closing any
   * other channel on the file would drop it, so a second attempt must not even open the file.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  /** Far behind the text, which Windows would otherwise not let others read. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path directory;
  private final FileChannel channel;

  private DataDirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws DataDirectoryInUse if another hub has it
   */
  static DataDirectoryLock take(DataDirectory directory) {
    if (!HELD_HERE.add(directory.root())) {
      throw new DataDirectoryInUse(directory.root(), holder(ProcessHandle.current().pid(), null));
    }
    try {
      var channel = open(directory);
      return new DataDirectoryLock(directory.root(), channel);
    } catch (IOException unusable) {
      HELD_HERE.remove(directory.root());
      throw PostgresFailure.unusable(directory.lockFile(), unusable);
    } catch (DataDirectoryInUse inUse) {
      HELD_HERE.remove(directory.root());
      throw inUse;
    }
  }

  private static FileChannel open(DataDirectory directory) throws IOException {
    var channel =
        FileChannel.open(directory.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
        var holder = Files.readString(directory.lockFile()).strip();
        throw new DataDirectoryInUse(directory.root(), holder);
      }
      var text = holder(ProcessHandle.current().pid(), Instant.now());
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
      return channel;
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  private static String holder(long pid, @Nullable Instant started) {
    return started == null
        ? "pid " + pid + ", this very process"
        : "pid " + pid + ", started " + started;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException unusable) {
      throw PostgresFailure.unusable(directory, unusable);
    } finally {
      HELD_HERE.remove(directory);
    }
  }
}
