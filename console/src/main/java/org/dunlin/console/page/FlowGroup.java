package org.dunlin.console.page;

import java.time.Instant;
import java.util.List;
import org.dunlin.store.company.Flows;
import org.dunlin.store.view.LastFiles.LastFile;
import org.jspecify.annotations.Nullable;

/**
 * The flows of one connection, or of the company as a whole.
 *
 * @param id the connection's; {@code *} for the company as a whole
 * @param program the kind of program at its other end; absent where it is no connection that a
 *     person can pause
 * @param label what people call that program; absent of one that is no program's folder
 * @param day what it brought in each of the last hours; absent where nothing came to its end
 * @param lastFile the file that came last on this road; absent where none did
 */
public record FlowGroup(
    String id,
    @Nullable String program,
    @Nullable String label,
    boolean paused,
    @Nullable LastFile lastFile,
    @Nullable FlowDay day,
    List<FlowLine> lines) {

  /** Whether these are the stages that serve all connections. */
  public boolean ofTheWhole() {
    return id.equals(Flows.ALL);
  }

  /**
   * How one flow is doing.
   *
   * @param since since when the oldest waits; absent when nothing does
   * @param lastFailure the last failure's sentence, whether or not all is well since
   */
  public record FlowLine(
      String flow,
      Health health,
      @Nullable Instant lastSuccess,
      @Nullable Instant lastFailureAt,
      @Nullable String lastFailure,
      long failures,
      int waiting,
      @Nullable Instant since) {}

  /** How a flow is doing, in a word. */
  public enum Health {
    /** Switched off by a person. */
    PAUSED,
    /** The last thing that happened was a failure. */
    FAILING,
    /** Something waits. */
    BUSY,
    /** All is well. */
    WELL,
    /** Nothing has moved yet. */
    NEW
  }
}
