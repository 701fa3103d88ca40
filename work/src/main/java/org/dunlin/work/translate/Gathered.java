package org.dunlin.work.translate;

import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.SourceObject;
import org.dunlin.core.model.CanonicalRecord;

/** Objects of a program that wait until there are enough of them to be written together. */
final class Gathered {
  /** As many as most pages have: enough to make it cheap, few enough to be small. */
  private static final int MOST_OBJECTS = 100;

  private static final int MOST_RECORDS = 500;

  private List<SaidObject> objects = new ArrayList<>();
  private int records;

  /** Begins an object; those before it may have to be written first. */
  void begin(SourceObject object) {
    objects.add(SaidObject.of(object));
  }

  /** Gathers a record of the object that has begun; false where none has. */
  boolean add(CanonicalRecord record) {
    if (objects.isEmpty()) {
      return false;
    }
    objects.getLast().records().add(record);
    records++;
    return true;
  }

  /** Whether those that wait should be written before another object begins. */
  boolean enough() {
    return objects.size() == MOST_OBJECTS || records >= MOST_RECORDS;
  }

  /** What waits, which waits no more. */
  List<SaidObject> take() {
    List<SaidObject> taken = objects;
    objects = new ArrayList<>();
    records = 0;
    return taken;
  }
}
