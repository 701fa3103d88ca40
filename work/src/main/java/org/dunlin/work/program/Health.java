package org.dunlin.work.program;

import java.time.Instant;
import java.util.List;
import org.dunlin.store.program.StreamState;
import org.dunlin.store.program.WantedObjects.Waiting;
import org.dunlin.store.tieout.TieOutRun;
import org.dunlin.work.quota.Allowance.Used;
import org.jspecify.annotations.Nullable;

/**
 * How a connection to a program stands.
 *
 * @param reason why, as a sentence; absent where all is as it should be
 * @param since when it became so; absent where that is not kept
 * @param nextDue when it is read next; absent while it is not
 * @param streams where each stream is
 * @param waiting single objects that are still to be fetched
 * @param quota how much is used of each window
 * @param tieOut the last run that held the program's own figures against the ledger
 */
public record Health(
    State state,
    @Nullable String reason,
    @Nullable Instant since,
    @Nullable Instant nextDue,
    List<StreamState> streams,
    Waiting waiting,
    List<Used> quota,
    @Nullable TieOutRun tieOut) {
  public Health {
    streams = List.copyOf(streams);
    quota = List.copyOf(quota);
  }

  /** The one word for it. */
  public enum State {
    /** All was read; the next look is due later. */
    AUTHORISED,
    /** It is being read. */
    SYNCING,
    /** The program, or its quota, asks to wait. */
    LIMITED,
    /** Something goes wrong; it is tried again. */
    FAILING,
    /** A person has to permit the access, for the first time or anew. */
    REAUTHORISE,
    /** A person paused it. */
    PAUSED
  }
}
