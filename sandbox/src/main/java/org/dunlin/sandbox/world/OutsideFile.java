package org.dunlin.sandbox.world;

import java.util.Arrays;

/**
 * A file that a program or a bank puts into the watched folder.
 *
 * @param writing how it is put there
 */
public record OutsideFile(String name, byte[] bytes, Writing writing) {
  /** How programs write a file into a folder that others watch. */
  public enum Writing {
    /** Under its name, in one go. */
    AT_ONCE,
    /** Under its name, half now and half a moment later. */
    IN_TWO_PARTS,
    /** Under a name ending in {@code .tmp}, renamed when complete. */
    RENAMED
  }

  public OutsideFile {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutsideFile(String name2, byte[] bytes2, Writing writing2)
        && name.equals(name2)
        && Arrays.equals(bytes, bytes2)
        && writing == writing2;
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
