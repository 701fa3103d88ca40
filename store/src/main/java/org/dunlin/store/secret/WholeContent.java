package org.dunlin.store.secret;

import java.util.function.IntFunction;

/**
 * The opened parts of a content in their order, up to an empty one. Each part is bound to its
 * number, so that only the last ones can be missing unnoticed: hence the length is compared.
 */
public final class WholeContent implements IntFunction<byte[]> {
  private final IntFunction<byte[]> parts;
  private final long length;
  private final String what;
  private long read;

  /**
   * @param parts gives the opened part of a number; an empty one is the end
   * @param length in bytes, as it was written
   * @param what it is, for the message
   */
  public WholeContent(IntFunction<byte[]> parts, long length, String what) {
    this.parts = parts;
    this.length = length;
    this.what = what;
  }

  /**
   * The next part.
   *
   * @throws Unreadable when the content ends elsewhere than where it was written to
   */
  @Override
  public byte[] apply(int part) {
    byte[] next = parts.apply(part);
    read += next.length;
    if (next.length == 0 && read != length) {
      throw Unreadable.incomplete(what, read, length);
    }
    return next;
  }
}
