package org.dunlin.connectors.csv;

import java.util.Arrays;

/**
 * A file that somebody dropped in.
 *
 * @param name with its ending {@code .yaml}
 * @param bytes that it has
 */
public record DescriptionFile(String name, byte[] bytes) {
  @Override
  public boolean equals(Object other) {
    return other instanceof DescriptionFile file
        && file.name.equals(name)
        && Arrays.equals(file.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
