package org.dunlin.connectors;

import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.dunlin.core.debit.BankStatus;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.CanonicalRecord;
import org.jspecify.annotations.Nullable;

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

  /**
   * Says in which encoding the text of the file was found to be: once, when all of it has been
   * read. A format whose files declare their encoding does not say it.
   */
  default void encoding(Charset found) {}

  /**
   * Says that the payments that follow are of an entry that stands on no statement: a bank tells of
   * it in an interim report or a notification. Readers of statements alone do not say it.
   *
   * @param entry null where those that follow are of a statement again
   */
  default void advised(@Nullable AdvisedEntry entry) {}

  /**
   * Says what a bank answers to a file of direct debits, to one of its batches or to one debit.
   * Only status reports say it, and they bring no records.
   */
  default void debitStatus(BankStatus status) {}

  /**
   * Says that the payments that follow bear names which their bank gives no two entries: one that
   * came before under such a name is the same entry, however it is worded. Said at the beginning.
   */
  default void namedByBank() {}

  /**
   * Room for what must be remembered of the file until its end. A sink for files of any size gives
   * some that is not in memory.
   */
  default Scratch scratch() {
    return Scratch.MEMORY;
  }
}
