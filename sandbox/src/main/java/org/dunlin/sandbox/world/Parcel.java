package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * A file with what its arrival makes known.
 *
 * @param arrival told the day on which the file comes
 */
record Parcel(String name, byte[] bytes, Consumer<LocalDate> arrival) {
  /** A file that makes nothing known. */
  static Parcel idle(String name, byte[] bytes) {
    return new Parcel(name, bytes, day -> {});
  }

  Parcel named(String suffix) {
    return new Parcel(name.replace(".xml", suffix + ".xml"), bytes, arrival);
  }

  Parcel withBytes(byte[] others) {
    return idle(name, others);
  }
}
