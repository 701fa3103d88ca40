package org.dunlin.work.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Abilities;
import org.dunlin.sandbox.program.xero.XeroCompany;
import org.dunlin.store.company.WorkDue;
import org.dunlin.work.contract.PlayedVendor.Topic;
import org.dunlin.work.program.ProgramAbilities;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a provider kept is booked in a program once, out of the provider's clearing account. */
class FeeContractTest {
  private static final Carried PROGRAM = Carried.XERO;
  private static final Abilities PROVIDER = new ProgramAbilities(SmallPages.programs());

  @Test
  void theFeesOfADayAreBookedOnce() {
    try (ContractHub hub = ContractHub.connectedTo(PROGRAM)) {
      kept(hub);
      hub.deliver();
      hub.deliver();

      assertThat(hub.writeBacks()).containsExactly("SENT", "SENT");
      assertThat(hub.wire.asked(Topic.FEE)).isEqualTo(2);
      assertThat(confirmed(hub)).hasSize(2).doesNotHaveDuplicates().doesNotContainNull();
    }
  }

  @Test
  void oneWhoseAnswerNeverCameIsNotBookedAgain() {
    try (ContractHub hub = ContractHub.connectedTo(PROGRAM)) {
      kept(hub);
      hub.wire.at(Topic.FEE, 1, PlayedWire.thenSilence());
      hub.deliver();
      assertThat(hub.writeBacks()).as("nobody knows yet").contains("PENDING");
      hub.deliver();
      hub.deliver();

      assertThat(hub.writeBacks()).containsExactly("SENT", "SENT");
      assertThat(hub.wire.asked(Topic.FEE)).isEqualTo(2);
    }
  }

  @Test
  void anAccountThatIsNotThereIsRefusedAndBookedOnceItIsNamedRightAndTriedAgain() {
    try (ContractHub hub = ContractHub.connectedTo(PROGRAM)) {
      name(hub, "999");
      fees(hub);
      hub.deliver();
      assertThat(hub.writeBacks()).containsExactly("FAILED", "FAILED");
      name(hub, XeroCompany.FEE_ACCOUNT);
      hub.hub.sql("update effect set state = 'PENDING', finished_at = null");
      hub.deliver();

      assertThat(hub.writeBacks()).containsExactly("SENT", "SENT");
    }
  }

  private static void kept(ContractHub hub) {
    name(hub, XeroCompany.FEE_ACCOUNT);
    fees(hub);
  }

  private static void name(ContractHub hub, String account) {
    Map<String, String> named =
        Map.of(
            "clearingAccounts",
            "mollie=" + XeroCompany.CLEARING_ACCOUNT,
            "feeAccounts",
            "mollie=" + account);
    hub.pull.process.change.change("acme", PullHub.SHOP, named, PullHub.ANNA);
  }

  /** What was kept on the business date, and given back of that; then the day is over. */
  private static void fees(ContractHub hub) {
    ProgramPages provider = new ProgramPages(hub.hub, "acme", "paying", "mollie", PROVIDER);
    match(hub);
    LocalDate today =
        hub.hub.stores.companies().businessDate(hub.hub.stores.companies().profile("acme"));
    add(provider, "f_1", Direction.OUT, today, "0.30");
    add(provider, "f_2", Direction.OUT, today, "0.29");
    add(provider, "f_3", Direction.IN, today, "0.10");
    hub.hub.sql("update company set business_date = date '" + today.plusDays(1) + "'");
    match(hub);
    assertThat(hub.writeBacks()).containsExactly("PENDING", "PENDING");
  }

  private static void match(ContractHub hub) {
    hub.hub.stores.companies().addWorkDue("acme", WorkDue.MATCH);
    hub.settle();
  }

  private static List<String> confirmed(ContractHub hub) {
    return hub.hub
        .jdbc()
        .sql("select confirmed_as from write_back where kind = 'FEE'")
        .query(String.class)
        .list();
  }

  private static void add(
      ProgramPages provider, String id, Direction direction, LocalDate on, String amount) {
    Payment fee =
        new Payment(
            id,
            PaymentKind.FEE,
            direction,
            on,
            null,
            Money.of(CurrencyUnit.EUR, new BigDecimal(amount)),
            null,
            null,
            null,
            "Mollie payment tr_1",
            null,
            List.of(),
            "tr_1",
            null,
            new AccountId(null, "pfl_1", "mollie"),
            null,
            null);
    provider.bring(Said.of("balance", id, fee));
  }
}
