package org.dunlin.work.intake;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dunlin.store.Chunks;
import org.dunlin.store.TooLarge;
import org.jspecify.annotations.Nullable;

/**
 * A body that has arrived wholly before the first byte of it is given, so that a slow client keeps
 * no transaction waiting. More than one piece of it lies in a temporary file meanwhile.
 */
public final class WholeBody extends InputStream {
  private final InputStream arriving;
  private final long most;
  private @Nullable InputStream arrived;

  /**
   * Nothing is read yet; reading throws {@link TooLarge} where it is larger than it may be.
   *
   * @param most bytes that it may have
   */
  public WholeBody(InputStream arriving, long most) {
    this.arriving = arriving;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    return arrived().read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return arrived().read(buffer, offset, length);
  }

  /** Lets go of what has arrived, and leaves the client's stream open. */
  @Override
  public void close() throws IOException {
    if (arrived != null) {
      arrived.close();
    }
  }

  private InputStream arrived() throws IOException {
    if (arrived == null) {
      byte[] beginning = arriving.readNBytes(Chunks.SIZE + 1);
      refuseMoreThanMayBe(beginning.length);
      arrived =
          beginning.length <= Chunks.SIZE ? new ByteArrayInputStream(beginning) : inFile(beginning);
    }
    return arrived;
  }

  /** Only its owner may read the file, which is gone when it is closed or the process ends. */
  private InputStream inFile(byte[] beginning) throws IOException {
    Path file = Files.createTempFile("dunlin-body", null);
    FileChannel channel = FileChannel.open(file, READ, WRITE, DELETE_ON_CLOSE);
    try {
      OutputStream out = Channels.newOutputStream(channel);
      out.write(beginning);
      copyRest(beginning.length, out);
      return Channels.newInputStream(channel.position(0));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void copyRest(long before, OutputStream out) throws IOException {
    byte[] buffer = new byte[Chunks.SIZE];
    long bytes = before;
    for (int read = arriving.read(buffer); read >= 0; read = arriving.read(buffer)) {
      bytes += read;
      refuseMoreThanMayBe(bytes);
      out.write(buffer, 0, read);
    }
  }

  private void refuseMoreThanMayBe(long bytes) {
    if (bytes > most) {
      throw new TooLarge(most);
    }
  }
}
