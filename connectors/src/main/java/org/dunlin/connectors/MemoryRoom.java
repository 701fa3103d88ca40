package org.dunlin.connectors;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Pages in memory. */
final class MemoryRoom implements Scratch.Room {
  private static final byte[] BLANK = new byte[Scratch.PAGE_BYTES];

  private final Map<Long, byte[]> pages = new HashMap<>();

  @Override
  public void read(long number, ByteBuffer page) {
    page.put(0, pages.getOrDefault(number, BLANK));
  }

  @Override
  public void write(long number, ByteBuffer page) {
    page.get(0, pages.computeIfAbsent(number, each -> new byte[Scratch.PAGE_BYTES]));
  }

  @Override
  public void close() {
    pages.clear();
  }
}
