package org.dunlin.work.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dunlin.connectors.SourceObject;
import org.dunlin.core.model.CanonicalRecord;

/** What a program says with one of its objects. */
record SaidObject(SourceObject object, List<CanonicalRecord> records) {
  /** Before its records come. */
  static SaidObject of(SourceObject object) {
    return new SaidObject(object, new ArrayList<>());
  }

  /** Its records of one kind. */
  <T extends CanonicalRecord> Stream<T> records(Class<T> kind) {
    return records.stream().filter(kind::isInstance).map(kind::cast);
  }
}
