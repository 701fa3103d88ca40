package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.eur;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.port.HttpCall;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What customers pay at Mollie can be given back there. */
abstract class PaidAtMollie {
  final ScriptedVendor mollie = new ScriptedVendor();
  final PullHub pull =
      new PullHub(AtMollie.PROGRAMS, "mollie", mollie, HookAddress.NONE, stores -> null);
  final Owed owed = new Owed(pull.hub);
  final AtProvider provider =
      new AtProvider(pull.hub.stores, pull.process.links, pull.process.ask, StandIns.NONE);
  private final ProgramPages pages =
      new ProgramPages(pull.hub, "acme", "psp", Told.ALL_TAKE_PAYMENTS);

  @BeforeEach
  void mollieGivesBackWhatItIsAskedFor() {
    mollie.answers(call -> reply(201, "{\"id\":\"re_1\"}"));
    pull.connect(
        Map.of("access", "key", "apiKey", "live_abcdefghijklmnop", "profile", "pfl_1"), Map.of());
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(pull.hub.stores.keptFigures().differences("acme")).isEmpty();
    pull.close();
  }

  /** The attempt succeeded, with 100 euros. */
  final void paid(String id, UUID attempt) {
    Checkout checkout =
        new Checkout(id, attempt.toString(), CheckoutState.PAID, eur("100.00"), "ideal", null);
    pages.bring(Said.of("payments", id, checkout, Told.MOLLIE.came(id, attempt, "100.00")));
    pull.hub.settle();
  }

  /** What was asked back left, and is matched twice. */
  final void gaveBack(String of, String amount) {
    pages.bring(Said.of("refunds", "re_1", Told.MOLLIE.wentBack("re_1", of, amount)));
    pull.hub.settle();
    pull.hub.settle();
  }

  /** So much time passes after what was asked. */
  final void later(String interval) {
    pull.hub.sql(
        "update provider_refund set asked_at = asked_at - interval '%1$s', tried_at = tried_at - interval '%1$s'"
            .formatted(interval));
  }

  /** What was asked back so far. */
  final List<HttpCall> refunds() {
    synchronized (mollie.asked) {
      return mollie.asked.stream()
          .filter(call -> call.address().getPath().endsWith("/refunds"))
          .filter(call -> call.method().equals("POST"))
          .toList();
    }
  }
}
