package org.dunlin.connectors.program;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder of a program, read.
 *
 * @param name of the folder
 * @param files their bytes by their paths below the folder, with {@code /} between
 */
public record Folder(String name, Map<String, byte[]> files) {
  public Folder {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }
}
