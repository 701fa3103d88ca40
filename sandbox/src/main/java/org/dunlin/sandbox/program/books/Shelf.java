package org.dunlin.sandbox.program.books;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The records of one kind, in the order in which they were made. */
public final class Shelf<T extends Kept<T>> {
  private final Map<UUID, T> records = new LinkedHashMap<>();
  private final Stamps stamps;

  /** All of them, until something changes. */
  private @Nullable List<T> all;

  Shelf(Stamps stamps) {
    this.stamps = stamps;
  }

  /** All of them, as they are now. */
  public List<T> all() {
    synchronized (stamps) {
      List<T> known = all;
      if (known == null) {
        known = List.copyOf(records.values());
        all = known;
      }
      return known;
    }
  }

  /** Those that fit. */
  public List<T> all(Predicate<T> which) {
    return all().stream().filter(which).toList();
  }

  /** One by its id. */
  public Optional<T> find(UUID id) {
    synchronized (stamps) {
      return Optional.ofNullable(records.get(id));
    }
  }

  /**
   * One that must be there.
   *
   * @throws Impossible when it is not
   */
  public T get(UUID id) {
    return find(id).orElseThrow(() -> new Impossible("There is no record " + id + "."));
  }

  T add(Function<Stamp, T> made) {
    synchronized (stamps) {
      T record = made.apply(stamps.first());
      records.put(record.id(), record);
      all = null;
      return record;
    }
  }

  T change(UUID id, UnaryOperator<T> change) {
    synchronized (stamps) {
      T record = change.apply(get(id));
      T stamped = record.stamped(stamps.next(record.stamp()));
      records.put(id, stamped);
      all = null;
      return stamped;
    }
  }

  void remove(UUID id) {
    synchronized (stamps) {
      records.remove(id);
      all = null;
    }
  }
}
