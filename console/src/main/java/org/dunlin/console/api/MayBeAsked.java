package org.dunlin.console.api;

import org.dunlin.work.offer.ShownConnection;
import org.dunlin.work.program.Health;

/** Refuses what would be asked of a program to which nothing goes at the moment. */
final class MayBeAsked {
  private MayBeAsked() {}

  static void now(ShownConnection shown) {
    Health health = shown.health();
    if (health == null) {
      return;
    }
    switch (health.state()) {
      case PAUSED ->
          throw ProblemType.CONNECTION_PAUSED.because(
              "A person paused this connection; resume it first (POST …/resume).");
      case REAUTHORISE ->
          throw ProblemType.NOT_AUTHORISED.because(
              health.reason()
                  + " A person permits it (POST …/authorise), or gives new credentials (PUT"
                  + " …/secrets).");
      case AUTHORISED, SYNCING, LIMITED, FAILING -> {}
    }
  }
}
