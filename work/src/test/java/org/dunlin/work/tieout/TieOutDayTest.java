package org.dunlin.work.tieout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import org.dunlin.store.tieout.TieOutState;
import org.dunlin.work.pull.PullHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tie-out runs once a business day, and not before it can tell anything. */
class TieOutDayTest {
  private final TillHub hub = new TillHub();

  @BeforeEach
  void books() {
    hub.till.invoice("i-1", "anna", "100.00");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void itRunsOnceABusinessDayAndWhenAPersonAsks() {
    hub.run();
    hub.afterTheWait();
    hub.hub.drain();
    assertThat(hub.owedRead()).isEqualTo(1);
    new CheckTieOut(hub.stores).now("acme", PullHub.SHOP, PullHub.ANNA);
    hub.run();

    assertThat(hub.owedRead()).isEqualTo(2);
    assertThat(hub.result().askedBy()).isEqualTo("anna");
    assertThat(hub.hub.events()).contains("TIE_OUT_ASKED");
    hub.nextDay();
    assertThat(hub.owedRead()).isEqualTo(3);
    assertThat(hub.hub.health().tieOut()).isNotNull();
  }

  @Test
  void nothingIsComparedBeforeTheFirstPullIsCompleteNorWhileItFails() {
    hub.vendor.answers(
        call -> call.address().getPath().equals("/payments") ? reply(500, "") : hub.till.to(call));
    hub.hub.drain();
    hub.settle();
    hub.afterTheWait();
    hub.hub.drain();
    assertThat(hub.owedRead()).isZero();
    assertThat(hub.last()).isEmpty();

    hub.vendor.answers(hub.till);
    hub.hub.later();
    hub.run();
    assertThat(hub.result().state()).isEqualTo(TieOutState.TIES);
  }

  @Test
  void aPausedConnectionIsNotAsked() {
    hub.run();
    hub.hub.process.steer.pause("acme", PullHub.SHOP, PullHub.ANNA);
    hub.hub.hub.day.begin("acme", hub.result().businessDate().plusDays(1));
    hub.hub.drain();

    assertThat(hub.owedRead()).isEqualTo(1);
  }

  @Test
  void whatTheQuotaKeepsBackForWriteBacksIsLeft() {
    hub.run();
    int asked = hub.vendor.paths().size();
    hub.hub.hub.sql("update connection_quota set used = 995");
    hub.hub.hub.day.begin("acme", hub.result().businessDate().plusDays(1));
    hub.hub.drain();

    assertThat(hub.vendor.paths()).hasSize(asked);
    assertThat(
            hub.hub
                .hub
                .jdbc()
                .sql("select used from connection_quota")
                .query(Integer.class)
                .single())
        .isEqualTo(995);
  }
}
