package org.dunlin.sandbox.program.moneybird;

import java.util.Optional;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.books.Kept;
import org.dunlin.sandbox.program.books.Shelf;
import org.dunlin.sandbox.program.books.Stamp;

/** Ids and versions, which are whole numbers here. */
final class MoneybirdIds {
  static final long FIRST = 474_244_000_000_000_000L;
  static final String USER = Long.toString(FIRST - 1);

  /** Versions look like seconds since 1970, and grow with every change. */
  private static final long FIRST_VERSION = 1_766_000_000L;

  private MoneybirdIds() {}

  static String of(Kept<?> record) {
    return Long.toString(FIRST + record.stamp().serial());
  }

  static long version(Stamp stamp) {
    return FIRST_VERSION + stamp.version();
  }

  static <T extends Kept<T>> Optional<T> find(Shelf<T> shelf, String id) {
    return shelf.all(record -> of(record).equals(id)).stream().findFirst();
  }

  static <T extends Kept<T>> T get(Shelf<T> shelf, String id) {
    return find(shelf, id).orElseThrow(() -> Refusal.notFound("record not found"));
  }
}
