package org.dunlin.console.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flows of one connection, or of the company as a whole.
 *
 * @param id the connection's; {@code *} for the company as a whole
 * @param pausable whether it is a connection that a person can pause
 */
public record FlowGroup(
    String id, String name, boolean pausable, boolean paused, List<FlowLine> lines) {

  /**
   * How one flow is doing.
   *
   * @param since since when the oldest waits; absent when nothing does
   * @param lastFailure the last failure's sentence, whether or not all is well since
   */
  public record FlowLine(
      String flow,
      State state,
      @Nullable Instant lastSuccess,
      @Nullable Instant lastFailureAt,
      @Nullable String lastFailure,
      long failures,
      int waiting,
      @Nullable Instant since) {}

  /** How a flow is doing, in a word. */
  public enum State {
    /** Switched off by a person. */
    PAUSED("Paused"),
    /** The last thing that happened was a failure. */
    FAILING("Failing"),
    /** Something waits. */
    BUSY("Working"),
    /** All is well. */
    WELL("Well"),
    /** Nothing has moved yet. */
    NEW("Nothing yet");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** As the page writes it. */
    public String word() {
      return word;
    }
  }
}
