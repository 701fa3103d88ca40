package org.dunlin.config.crash;

import org.dunlin.core.port.Checkpoint.Step;

/**
 * Where a hub is to stop.
 *
 * @param passing how many times the step is reached until it stops there, counted from 1
 * @param mail whether only e-mails count, of the steps of delivery
 */
record Stop(Step step, int passing, boolean mail) {

  static Stop at(Step step) {
    return new Stop(step, 1, false);
  }

  static Stop at(Step step, int passing) {
    return new Stop(step, passing, false);
  }

  static Stop atMail(Step step) {
    return new Stop(step, 1, true);
  }

  /** In the words of a command, and back. */
  String words() {
    return step + " " + passing + " " + mail;
  }

  static Stop of(String words) {
    String[] parts = words.split(" ");
    return new Stop(
        Step.valueOf(parts[0]), Integer.parseInt(parts[1]), Boolean.parseBoolean(parts[2]));
  }
}
