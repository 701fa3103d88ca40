package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.function.Consumer;

/** A file with what its arrival makes known. */
final class Parcel {
  private final String name;
  private final byte[] bytes;
  private final Consumer<LocalDate> arrival;

  /**
   * @param arrival told the day on which the file comes
   */
  Parcel(String name, byte[] bytes, Consumer<LocalDate> arrival) {
    this.name = name;
    this.bytes = bytes;
    this.arrival = arrival;
  }

  /** A file that makes nothing known. */
  static Parcel idle(String name, byte[] bytes) {
    return new Parcel(name, bytes, day -> {});
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  void arrive(LocalDate day) {
    arrival.accept(day);
  }

  Parcel named(String suffix) {
    return new Parcel(name.replace(".xml", suffix + ".xml"), bytes, arrival);
  }

  Parcel withBytes(byte[] others) {
    return idle(name, others);
  }
}
