package org.dunlin.work.contract;

import org.dunlin.core.port.Checkpoint;

/** Ends the work at a step as SIGKILL does: nothing after it runs. */
final class KillAt implements Checkpoint {
  /** What nobody catches. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private final Step step;
  private int left;

  /** At the n-th time, counted from 1, that the step is reached. */
  KillAt(Step step, int nth) {
    this.step = step;
    this.left = nth;
  }

  @Override
  public void reached(Step reached) {
    if (reached == step && --left == 0) {
      throw new Killed();
    }
  }
}
