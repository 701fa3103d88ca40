package org.dunlin.store.backup;

/** Is told how far a long copy has come. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (doing, bytes) -> {};

  /**
   * Called once in a while, and at the end of each part.
   *
   * @param doing what is done to which part, as in {@code writing delivery_chunk}
   * @param bytes so many of its bytes, not compressed, have passed
   */
  void at(String doing, long bytes);
}
