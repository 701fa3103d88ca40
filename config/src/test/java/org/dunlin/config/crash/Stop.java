package org.dunlin.config.crash;

import org.dunlin.core.port.Checkpoint.Step;

/**
 * Where a hub is to stop.
 *
 * @param passing how many times the step is reached until it stops there, counted from 1
 * @param leaving what must be leaving for it to count, of the steps of delivery
 */
record Stop(Step step, int passing, Leaving leaving) {
  /** What leaves while a step is reached. */
  enum Leaving {
    /** Nothing, or whatever it is. */
    ANYTHING,
    /** An e-mail. */
    MAIL,
    /** What a program is told: its answer has come, and nothing of it is kept. */
    WRITE_BACK,
    /** What a payment provider is asked for: its answer has come, and nothing of it is kept. */
    CHECKOUT
  }

  static Stop at(Step step) {
    return at(step, 1);
  }

  static Stop at(Step step, int passing) {
    return new Stop(step, passing, Leaving.ANYTHING);
  }

  static Stop atMail(Step step) {
    return new Stop(step, 1, Leaving.MAIL);
  }

  static Stop atWriteBack(Step step, int passing) {
    return new Stop(step, passing, Leaving.WRITE_BACK);
  }

  static Stop atCheckout() {
    return new Stop(Step.DELIVER_SENT, 1, Leaving.CHECKOUT);
  }

  boolean counts(Step reached, Leaving left) {
    return step == reached && (leaving == Leaving.ANYTHING || leaving == left);
  }

  /** In the words of a command, and back. */
  String words() {
    return step + " " + passing + " " + leaving;
  }

  static Stop of(String words) {
    String[] parts = words.split(" ");
    return new Stop(Step.valueOf(parts[0]), Integer.parseInt(parts[1]), Leaving.valueOf(parts[2]));
  }
}
