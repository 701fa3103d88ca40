package org.dunlin.work.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Reference;
import org.dunlin.work.TestHub;
import org.dunlin.work.match.MatchCompany;
import org.dunlin.work.tell.FeeAccounts.Named;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a provider kept is told to the accounting program that names an account for it, once. */
class FeesInTheBooksTest {
  private static final LocalDate TODAY = TestHub.TODAY;
  private static final Abilities ABLE =
      new Abilities() {
        @Override
        public Set<WriteBack> told(String program) {
          return program.equals("booksly") ? Set.of(WriteBack.FEE) : Set.of();
        }

        @Override
        public boolean takesPayments(String program) {
          return program.equals("mollie");
        }
      };

  private TestHub hub = TestHub.with(DunningMode.LIVE);
  private ProgramPages provider = new ProgramPages(hub, "acme", "paying", "mollie", ABLE);
  private MatchCompany match = new MatchCompany(hub.stores, Checkpoint.NONE, ABLE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theFeesOfADayAreOneEntryOnceTheDayIsOver() throws Exception {
    connect("mollie=4730", "mollie=1120");
    match();
    say(fee("f_1", TODAY, "0.30"));
    say(fee("f_2", TODAY, "0.29"));
    match();
    assertThat(effects()).as("the day is not over").isEmpty();
    nextDay();
    match();
    match();

    JsonNode told = only();
    assertThat(told.at("/effect/kind").asText()).isEqualTo("fee");
    assertThat(told.at("/effect/reference").asText()).matches("dunlin-[0-9a-f]{12}");
    assertThat(told.at("/fee/amount").asText()).isEqualTo("0.59");
    assertThat(told.at("/fee/moved").asText()).isEqualTo("-0.59");
    assertThat(told.at("/fee/direction").asText()).isEqualTo("OUT");
    assertThat(told.at("/fee/date").asText()).isEqualTo(TODAY.toString());
    assertThat(told.at("/fee/currency").asText()).isEqualTo("EUR");
    assertThat(told.at("/fee/accountScheme").asText()).isEqualTo("mollie");
    assertThat(told.at("/fee/accountNumber").asText()).isEqualTo("pfl_1");
    assertThat(told.at("/fee/name").asText()).isEqualTo("Mollie");
    assertThat(references()).containsExactly(Reference.of(effects().getFirst()));
  }

  @Test
  void whatIsHeardOfLaterIsAnEntryOfItsOwn() throws Exception {
    begun();
    say(fee("f_1", TODAY, "0.30"));
    nextDay();
    match();
    say(fee("f_2", TODAY, "0.29"));
    say(fee("f_1", TODAY, "0.30"));
    match();

    assertThat(amounts()).containsExactly("0.30", "0.29");
  }

  @Test
  void whatIsGivenBackIsAnEntryTheOtherWay() throws Exception {
    begun();
    say(fee("f_1", TODAY, "0.30"));
    say(payment("f_2", Direction.IN, TODAY, "0.10"));
    nextDay();
    match();

    assertThat(amounts()).containsExactlyInAnyOrder("0.30", "0.10");
    assertThat(payloads())
        .extracting(each -> each.at("/fee/moved").asText())
        .containsExactlyInAnyOrder("-0.30", "0.10");
  }

  @Test
  void whatWasKeptBeforeAnAccountWasNamedIsNotBookedAgain() throws Exception {
    say(fee("f_1", TODAY.minusDays(1), "0.30"));
    begun();
    nextDay();
    match();

    assertThat(effects()).isEmpty();
  }

  @Test
  void whatIsKeptWhileNoAccountIsNamedIsNobodysToBookLater() throws Exception {
    begun();
    connect("", "mollie=1120");
    match();
    say(fee("f_1", TODAY, "0.30"));
    nextDay();
    match();
    connect("mollie=4730", "mollie=1120");
    match();
    nextDay();
    match();

    assertThat(effects()).isEmpty();
  }

  @Test
  void aProviderThatIsConnectedAnewBeginsAnew() {
    begun();
    hub.stores.connections().remove("acme", "paying");
    match();

    assertThat(hub.stores.pay().fees().begun("acme", "books", "mollie")).isEmpty();
  }

  @Test
  void withoutAnAccountForFeesOrAClearingAccountNothingIsWritten() {
    say(fee("f_1", TODAY, "0.30"));
    for (String fees : List.of("", "stripe-payments=4731")) {
      connect(fees, "mollie=1120");
      match();
    }
    connect("mollie=4730", "");
    match();
    nextDay();
    match();

    assertThat(effects()).isEmpty();
    assertThat(new FeeAccounts(hub.stores, ABLE).of("acme"))
        .singleElement()
        .satisfies(each -> assertThat(each.connection()).isEmpty());
  }

  @Test
  void theConnectionsOwnNameGoesBeforeThatOfItsProgram() {
    connect("mollie=4730, paying=4739", "mollie=1120");

    assertThat(new FeeAccounts(hub.stores, ABLE).of("acme"))
        .singleElement()
        .satisfies(
            each -> assertThat(each.connection()).contains(new Named("books", "4739", "1120")));
  }

  @Test
  void ofTwoProgramsThatNameAnAccountOneBooksIt() throws Exception {
    put("also-books", "mollie=4730", "mollie=1120");
    begun();
    say(fee("f_1", TODAY, "0.30"));
    nextDay();
    match();

    assertThat(hub.jdbc().sql("select connection_id from write_back").query(String.class).list())
        .containsExactly("also-books");
  }

  @Test
  void whatNeverLeftIsBookedByAnotherEntryAndWhatMayHaveLeftIsNot() throws Exception {
    begun();
    say(fee("f_1", TODAY, "0.30"));
    nextDay();
    match();
    hub.sql("update effect set state = 'CANCELLED', finished_at = now()");
    match();
    assertThat(effects()).hasSize(2);
    hub.sql("update effect set state = 'CANCELLED', finished_at = now()");
    hub.sql("update write_back set left_at = now()");
    match();

    assertThat(effects()).hasSize(2);
  }

  @Test
  void nothingIsBookedBeforeTheCompanyIsLive() {
    hub.close();
    hub = TestHub.with(DunningMode.SHADOW);
    provider = new ProgramPages(hub, "acme", "paying", "mollie", ABLE);
    match = new MatchCompany(hub.stores, Checkpoint.NONE, ABLE);
    connect("mollie=4730", "mollie=1120");
    match();
    say(fee("f_1", TODAY, "0.30"));
    nextDay();
    match();

    assertThat(effects()).isEmpty();
  }

  @Test
  void theFirstRunOfADaySeesWhatTheDayBeforeLeft() {
    begun();
    say(fee("f_1", TODAY, "0.30"));
    match();
    assertThat(hub.stores.pay().fees().awaited("acme", TODAY)).isFalse();
    assertThat(hub.stores.pay().fees().awaited("acme", TODAY.plusDays(1))).isTrue();
    nextDay();
    match();

    assertThat(hub.stores.pay().fees().awaited("acme", TODAY.plusDays(1))).isFalse();
  }

  @Test
  void thePageSeesWhatTheProgramHasAndWhatItRefused() {
    begun();
    say(fee("f_1", TODAY, "0.30"));
    say(payment("f_2", Direction.IN, TODAY, "0.10"));
    nextDay();
    match();
    assertThat(booked()).isEqualTo(eur("0.00"));
    hub.sql("update effect set state = 'FAILED' where payload #>> '{fee,moved}' = '0.10'");
    hub.sql("update effect set state = 'SENT' where payload #>> '{fee,moved}' = '-0.30'");

    assertThat(booked()).isEqualTo(eur("0.30"));
    assertThat(hub.stores.pay().fees().refused("acme")).isEqualTo(1);
    assertThat(hub.stores.pay().fees().begun("acme", "books", "mollie")).contains(TODAY);
  }

  private Money booked() {
    return hub.stores.pay().accounts().of("acme").getFirst().booked();
  }

  /** The first day of which fees are booked is the business date. */
  private void begun() {
    connect("mollie=4730", "mollie=1120");
    match();
  }

  private void connect(String fees, String clearing) {
    put("books", fees, clearing);
  }

  private void put(String id, String fees, String clearing) {
    Map<String, String> settings = Map.of("feeAccounts", fees, "clearingAccounts", clearing);
    hub.stores.connections().put(new Connection("acme", id, "booksly", settings, false));
  }

  private void nextDay() {
    hub.sql("update company set business_date = business_date + 1");
  }

  private void match() {
    hub.stores.companies().addWorkDue("acme", WorkDue.MATCH);
    TestHub.drain(match::next);
  }

  private void say(Payment each) {
    provider.bring(Said.of("payments", each.id(), each));
  }

  private List<UUID> effects() {
    return hub.jdbc()
        .sql("select effect_id from effect where kind = 'WRITE_BACK' order by sequence")
        .query(UUID.class)
        .list();
  }

  private List<String> references() {
    return hub.jdbc().sql("select reference from write_back").query(String.class).list();
  }

  private JsonNode only() throws Exception {
    assertThat(effects()).hasSize(1);
    assertThat(hub.stores.outbox().find("acme", effects().getFirst()).orElseThrow().state())
        .isEqualTo(EffectState.PENDING);
    return payloads().getFirst();
  }

  private List<String> amounts() throws Exception {
    return payloads().stream().map(each -> each.at("/fee/amount").asText()).toList();
  }

  private List<JsonNode> payloads() throws Exception {
    JsonMapper json = new JsonMapper();
    List<JsonNode> all = new ArrayList<>();
    for (UUID id : effects()) {
      all.add(json.readTree(hub.stores.outbox().find("acme", id).orElseThrow().payload()));
    }
    return all;
  }

  private static Payment fee(String id, LocalDate on, String amount) {
    return payment(id, Direction.OUT, on, amount);
  }

  private static Payment payment(String id, Direction direction, LocalDate on, String amount) {
    return new Payment(
        id,
        PaymentKind.FEE,
        direction,
        on,
        null,
        eur(amount),
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
  }

  private static Money eur(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
