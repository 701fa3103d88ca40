package org.dunlin.sandbox.world;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file that a program or a bank puts into the watched folder. */
public final class OutsideFile {
  /** How programs write a file into a folder that others watch. */
  public enum Writing {
    /** Under its name, in one go. */
    AT_ONCE,
    /** Under its name, half now and half a moment later. */
    IN_TWO_PARTS,
    /** Under a name ending in {@code .tmp}, renamed when complete. */
    RENAMED
  }

  private final String name;
  private final byte[] bytes;
  private final Writing writing;

  /**
   * @param writing how it is put there
   */
  public OutsideFile(String name, byte[] bytes, Writing writing) {
    this.name = name;
    this.bytes = bytes.clone();
    this.writing = writing;
  }

  /** The name in the folder, when complete. */
  public String name() {
    return name;
  }

  /** The content, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How it is put there. */
  public Writing writing() {
    return writing;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OutsideFile file
        && name.equals(file.name)
        && Arrays.equals(bytes, file.bytes)
        && writing == file.writing;
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return name + " (" + bytes.length + " bytes, " + writing + ")";
  }
}
