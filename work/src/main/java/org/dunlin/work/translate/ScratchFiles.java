package org.dunlin.work.translate;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.Scratch;

/**
 * Room in temporary files that only their owner may read, which are gone when this is closed or the
 * process ends. As long as nobody needs room there is no file.
 */
public final class ScratchFiles implements Scratch, AutoCloseable {
  private final List<Room> rooms = new ArrayList<>();

  @Override
  public Room room() {
    try {
      Room room =
          new InFile(
              FileChannel.open(
                  Files.createTempFile("dunlin-scratch", null), READ, WRITE, DELETE_ON_CLOSE));
      rooms.add(room);
      return room;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    rooms.forEach(Room::close);
  }

  private record InFile(FileChannel channel) implements Room {
    @Override
    public void read(long number, ByteBuffer page) {
      try {
        while (page.hasRemaining()
            && channel.read(page, number * PAGE_BYTES + page.position()) >= 0) {
          // until the page is full or the file has no more
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      while (page.hasRemaining()) {
        page.put((byte) 0);
      }
    }

    @Override
    public void write(long number, ByteBuffer page) {
      try {
        while (page.hasRemaining()) {
          channel.write(page, number * PAGE_BYTES + page.position());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
