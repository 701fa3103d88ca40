package org.dunlin.connectors;

import java.util.function.Consumer;
import org.dunlin.core.model.CanonicalRecord;

/** Takes the records of a file, in its order. */
@FunctionalInterface
public interface RecordSink extends Consumer<CanonicalRecord> {
  /**
   * Says that the records that follow are of another document of the file. A format whose documents
   * bring nothing for a second reading does not say it.
   *
   * @param place of the document in the file, from 0: the one that {@link DocumentSink} is told
   */
  default void document(int place) {}

  /**
   * Says that the records that follow are what a program says with one of its objects, which may be
   * nothing any more. Files do not say it.
   */
  default void object(SourceObject object) {}
}
