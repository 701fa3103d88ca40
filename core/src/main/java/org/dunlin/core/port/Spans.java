package org.dunlin.core.port;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is told that a piece of work begins and ends: logs, metrics and traces. */
@FunctionalInterface
public interface Spans {
  /** Nobody is told. */
  Spans NONE = (work, task) -> task.run();

  /**
   * Does the task; what it throws goes on to the caller.
   *
   * @param work what the task is
   */
  void in(Work work, Runnable task);

  /** The pieces of work on the way of a payload. */
  enum Step {
    /** Bytes are taken into the inbox. */
    INTAKE,
    /** A delivery becomes records. */
    TRANSLATE,
    /** What is open of a company is matched. */
    MATCH,
    /** A company's day is decided. */
    DUN,
    /** An effect leaves. */
    DELIVER
  }

  /**
   * A piece of work.
   *
   * @param connectionId absent where it serves all of a company's
   * @param subject the delivery of intake and translation, the effect of a delivering; absent of
   *     work over a company as a whole
   */
  record Work(Step step, String companyId, @Nullable String connectionId, @Nullable UUID subject) {

    /** Work over a company as a whole. */
    public static Work over(Step step, String companyId) {
      return new Work(step, companyId, null, null);
    }
  }
}
