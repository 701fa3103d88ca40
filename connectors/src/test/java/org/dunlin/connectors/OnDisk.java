package org.dunlin.connectors;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Room in a folder, of which is known how much of it is open. */
public final class OnDisk implements Scratch, AutoCloseable {
  private final Path folder;
  private final List<InFile> open = new ArrayList<>();
  private int rooms;

  /** In a folder of the test. */
  public OnDisk(Path folder) {
    this.folder = folder;
  }

  /** How many rooms were asked for. */
  public int rooms() {
    return rooms;
  }

  /** How many of them were not given back. */
  public int open() {
    return open.size();
  }

  @Override
  public Room room() {
    rooms++;
    try {
      InFile room = new InFile(folder.resolve(UUID.randomUUID().toString()));
      open.add(room);
      return room;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List.copyOf(open).forEach(InFile::close);
  }

  private final class InFile implements Room {
    private final Path path;
    private final RandomAccessFile file;

    InFile(Path path) throws IOException {
      this.path = path;
      file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public void read(long number, ByteBuffer page) {
      byte[] bytes = new byte[PAGE_BYTES];
      try {
        if (file.length() > number * PAGE_BYTES) {
          file.seek(number * PAGE_BYTES);
          file.readFully(bytes);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      page.put(bytes);
    }

    @Override
    public void write(long number, ByteBuffer page) {
      byte[] bytes = new byte[PAGE_BYTES];
      page.get(bytes);
      try {
        file.seek(number * PAGE_BYTES);
        file.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      open.remove(this);
      try {
        file.close();
        Files.delete(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
