package org.dunlin.work.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.work.TestHub;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.pay.AtProvider;
import org.dunlin.work.pay.Begun;
import org.dunlin.work.pay.CheckoutWish;
import org.dunlin.work.pay.Ended;
import org.dunlin.work.program.ProgramAbilities;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.dunlin.work.pull.ToldLedger;
import org.dunlin.work.translate.FolderTranslators;
import org.dunlin.work.translate.TranslateDelivery;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is paid at a provider that the hub carries along is in the ledger once, as money. */
class ProviderContractTest {
  private static final UUID ID = UUID.fromString("019abf3e-3a5e-7c11-9d3e-0c5a3f1b2c01");

  @ParameterizedTest
  @EnumSource
  void anAttemptThatIsPaidBecomesMoneyOnceHoweverOftenItIsLookedAt(CarriedProvider carried) {
    try (Played played = new Played(carried)) {
      assertThat(played.begin())
          .isInstanceOfSatisfying(
              Begun.At.class,
              at -> {
                assertThat(at.providerId()).isEqualTo(carried.attempt());
                assertThat(at.payAt()).isEqualTo(URI.create("https://pay.example/1"));
              });
      played.look();
      played.look();

      assertThat(played.money())
          .singleElement()
          .satisfies(
              paid -> {
                assertThat(paid.amount()).isEqualTo(euros("100.00"));
                assertThat(paid.kind()).isNotIn(PaymentKind.FEE, PaymentKind.RETURN);
                assertThat(paid.endToEndId()).isEqualTo(ID.toString());
                assertThat(paid.remittance()).contains("2026-0042");
                assertThat(Objects.requireNonNull(paid.account()).accountScheme())
                    .isEqualTo(carried.folder());
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptWhoseAnswerIsLostIsBegunAgainUnderTheSameKey(CarriedProvider carried) {
    try (Played played = new Played(carried)) {
      played.loseTheNextAnswer();
      assertThat(played.begin()).isInstanceOf(Begun.Unknown.class);
      assertThat(played.begin()).isInstanceOf(Begun.At.class);

      assertThat(played.keys()).isNotEmpty().allMatch(key -> key.endsWith(ID.toString()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void moneyIsGivenBackUnderAKeyOfItsOwn(CarriedProvider carried) {
    try (Played played = new Played(carried)) {
      played.vendor.answers(call -> reply(201, carried.refund()));

      assertThat(
              played.provider.refund(
                  "acme", PullHub.SHOP, ID, carried.money(), euros("10.00"), "Credit"))
          .isEqualTo(new Ended.Done("re_1"));
      assertThat(played.keys()).containsExactly(ID.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptIsEndedUnderAnotherKeyThanItWasBegunWith(CarriedProvider carried) {
    try (Played played = new Played(carried)) {
      played.provider.cancel("acme", PullHub.SHOP, ID, carried.attempt());
      played.provider.cancel("acme", PullHub.SHOP, ID, carried.attempt());

      assertThat(played.keys()).hasSize(2).doesNotContain(ID.toString());
      assertThat(Set.copyOf(played.keys())).as("asked twice, one key").hasSize(1);
    }
  }

  private static Money euros(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }

  /** A hub that is connected to a provider which answers as documented. */
  private static final class Played implements AutoCloseable {
    final CarriedProvider carried;
    final ScriptedVendor vendor = new ScriptedVendor();
    final PullHub pull;
    final AtProvider provider;
    final TranslateDelivery translate;
    boolean lost;

    Played(CarriedProvider carried) {
      this.carried = carried;
      Programs programs = new Programs(List::of);
      pull =
          new PullHub(
              programs,
              carried.folder(),
              vendor,
              (companyId, connectionId, secret) -> Optional.empty(),
              stores -> new ToldLedger(stores, new Links(stores, programs, Clock.systemUTC())));
      vendor.answers(this::answer);
      pull.connect(carried.settings(), Map.of());
      provider =
          new AtProvider(pull.hub.stores, pull.process.links, pull.process.ask, StandIns.NONE);
      translate =
          new TranslateDelivery(
              pull.hub.stores,
              new FolderTranslators(pull.process.links),
              Checkpoint.NONE,
              new ProgramAbilities(programs));
      pull.drain();
      vendor.asked.clear();
    }

    private HttpReply answer(HttpCall call) throws NoReply {
      if (lost) {
        lost = false;
        throw new NoReply("It took too long.", new IOException());
      }
      boolean list =
          call.method().equals("GET") && !call.address().getPath().matches(".*/[a-zA-Z]+_?[0-9]+");
      return reply(200, list ? carried.nothing() : carried.answer(ID.toString()));
    }

    void loseTheNextAnswer() {
      lost = true;
    }

    Begun begin() {
      return provider.begin(
          "acme",
          PullHub.SHOP,
          new CheckoutWish(
              ID,
              euros("100.00"),
              "2026-0042",
              UUID.randomUUID(),
              List.of(new CheckoutWish.Part("2026-0042", euros("100.00"))),
              URI.create("https://hub.example.com/p/abc"),
              Language.NL,
              null));
    }

    void look() {
      provider.look("acme", PullHub.SHOP, carried.attempt());
      pull.drain();
      TestHub.drain(translate::next);
    }

    List<String> keys() {
      return vendor.asked.stream()
          .filter(call -> call.headers().containsKey("idempotency-key"))
          .map(call -> String.valueOf(call.headers().get("idempotency-key")))
          .toList();
    }

    List<Payment> money() {
      return pull
          .hub
          .jdbc()
          .sql("select record, claimed, returned from payment where kind <> 'FEE'")
          .query(PaymentState::row)
          .list()
          .stream()
          .map(PaymentState::payment)
          .toList();
    }

    @Override
    public void close() {
      pull.close();
    }
  }
}
