package org.dunlin.console.api;

import org.dunlin.work.pay.GiveBack.Outcome;

/** What a program is answered that gives something back at a provider. */
final class GivenBack {
  private GivenBack() {}

  /**
   * Throws the problem where it is not given back.
   *
   * @param nothing what is said where nothing is to be given back
   */
  static void require(Outcome outcome, String nothing) {
    switch (outcome) {
      case Outcome.Done done -> {}
      case Outcome.Unknown unknown ->
          throw ProblemType.OTHER_STATE.because(
              "The provider does not answer; ask again in two minutes, which gives it back once at"
                  + " most.");
      case Outcome.Refused(String sentence) -> throw ProblemType.OTHER_STATE.because(sentence);
      case Outcome.Nothing none -> throw ProblemType.OTHER_STATE.because(nothing);
      case Outcome.NotNow notNow ->
          throw ProblemType.OTHER_STATE.because(
              "Nothing may leave now: the hub is stopped, or the company is not live.");
    }
  }
}
