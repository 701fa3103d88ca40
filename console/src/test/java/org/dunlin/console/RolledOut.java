package org.dunlin.console;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Statement;
import org.dunlin.store.company.RollOutTicks.Tick;
import org.dunlin.work.rollout.Point;
import org.joda.money.CurrencyUnit;

/** Sees to what blocks going live, but for the invoices. */
final class RolledOut {
  private static final LocalDate LAST_BANKING_DAY = Scene.TODAY.minusDays(1);

  private RolledOut() {}

  static void seeTo(Scene scene) {
    Statement statement =
        new Statement(
            "s-1",
            AccountId.ofIban(Scene.IBAN),
            CurrencyUnit.EUR,
            LAST_BANKING_DAY,
            LAST_BANKING_DAY,
            Scene.euro("0.00"),
            Scene.euro("0.00"),
            0,
            null);
    scene.stores().statements().add(scene.origin(), UUID.randomUUID(), statement, new byte[] {1});
    for (Point point : new Point[] {Point.TEST_MESSAGE_RECEIVED, Point.FIRST_REMINDERS_REVIEWED}) {
      scene.stores().rollOutTicks().tick(scene.id(), point.name(), new Tick("ann", Scene.TODAY));
    }
  }
}
