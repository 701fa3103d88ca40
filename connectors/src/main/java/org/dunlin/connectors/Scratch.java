package org.dunlin.connectors;

import java.nio.ByteBuffer;

/**
 * Room for what must be remembered of a file while it is read, however large it is. Whoever has the
 * file translated gives it, since nothing here opens files, and takes it away afterwards.
 */
@FunctionalInterface
public interface Scratch {
  /** Of how many bytes a page is. */
  int PAGE_BYTES = 4096;

  /** Room in memory, for files that are held there themselves. */
  Scratch MEMORY = MemoryRoom::new;

  /**
   * Room that is empty.
   *
   * @throws java.io.UncheckedIOException where there is none
   */
  Room room();

  /** Pages outside memory, each of zeros until it is written. */
  interface Room extends AutoCloseable {
    /**
     * Fills the buffer with a page.
     *
     * @param number of the page, from 0
     * @param page of {@link #PAGE_BYTES}, all of which is filled
     * @throws java.io.UncheckedIOException where it cannot be read
     */
    void read(long number, ByteBuffer page);

    /**
     * Keeps a page.
     *
     * @param number of the page, from 0
     * @param page of {@link #PAGE_BYTES}, all of which is kept
     * @throws java.io.UncheckedIOException where it cannot be written
     */
    void write(long number, ByteBuffer page);

    /** Gives the room back; what was kept in it is gone. */
    @Override
    void close();
  }
}
