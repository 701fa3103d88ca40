package org.dunlin.console.page;

import org.dunlin.work.pay.GiveBack.Outcome;
import org.joda.money.Money;

/** What a person reads who gave something back at a provider. */
final class GivenBack {
  private GivenBack() {}

  /**
   * The sentence, on the page where the button was.
   *
   * @param nothing what is said where nothing is to be given back
   */
  static String said(Said said, Outcome outcome, String nothing) {
    return switch (outcome) {
      case Outcome.Done(Money amount) -> said.done("refunds.at.done", said.words().amount(amount));
      case Outcome.Unknown unknown -> said.refused("refunds.at.unknown");
      case Outcome.Refused(String sentence) -> said.refused("refunds.at.refused", sentence);
      case Outcome.Nothing none -> said.refused(nothing);
      case Outcome.NotNow notNow -> said.refused("refunds.at.not-now");
    };
  }
}
