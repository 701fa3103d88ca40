package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;

/** Invoices that are due a first reminder, and what became of the messages. */
final class Reminded {
  /** A due date from which the first reminder is due on {@link TestHub#TODAY}. */
  static final LocalDate OVERDUE = LocalDate.of(2026, 11, 19);

  private Reminded() {}

  /** Overdue invoices of as many customers, and statements up to yesterday. */
  static void overdue(TestHub hub, int customers) {
    for (int i = 0; i < customers; i++) {
      hub.offer(
          "invoice.xml",
          InvoiceFile.of("INV-2026-1" + (100 + i), "c" + i, OVERDUE, (100 + i) + ".00").bytes());
    }
    covered(hub, TestHub.TODAY.minusDays(1));
  }

  static void covered(TestHub hub, LocalDate day) {
    hub.offer("statement.xml", BankFile.day(TestHub.IBAN, day).bytes());
  }

  static List<Effect> emails(TestHub hub, EffectState state) {
    return hub.effects(state).stream().filter(e -> e.kind() == EffectKind.EMAIL).toList();
  }

  static List<Effect> emails(TestHub hub) {
    return java.util.stream.Stream.of(EffectState.values())
        .flatMap(state -> emails(hub, state).stream())
        .toList();
  }

  /** The reasons of all that is held, in one text. */
  static String heldBy(TestHub hub) {
    return String.join(
        " ",
        hub.jdbc()
            .sql("select record ->> 'holds' from action where state = 'HELD'")
            .query(String.class)
            .list());
  }
}
