package org.dunlin.store.backup;

/**
 * Something that belongs to the hub and lies outside of its database, such as a file.
 *
 * @param name letters, digits, {@code . _ -}; who restores it knows it by this name
 * @param content at most {@link #BYTES_MAX} bytes; may be a secret
 */
public record Extra(String name, byte[] content) {
  /** The most bytes that one may have. */
  public static final int BYTES_MAX = 16 << 20;

  /** Checks name and size. */
  public Extra {
    if (!name.matches("[A-Za-z0-9._-]{1,80}") || content.length > BYTES_MAX) {
      throw new IllegalArgumentException("not a name and content for a backup: " + name);
    }
  }

  @Override
  public String toString() {
    return "Extra[" + name + "]"; // never the content
  }
}
