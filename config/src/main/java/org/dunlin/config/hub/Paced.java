package org.dunlin.config.hub;

import java.util.function.BooleanSupplier;
import org.dunlin.work.Rush;

/**
 * Work that gives way in a rush.
 *
 * @param pace gives it its turns
 * @param work says whether it found anything
 * @param later wakes whoever comes when it is not his turn
 */
record Paced(Rush.Pace pace, BooleanSupplier work, Runnable later) implements BooleanSupplier {
  @Override
  public boolean getAsBoolean() {
    if (pace.turn()) {
      return work.getAsBoolean();
    }
    later.run();
    return false;
  }
}
