package org.dunlin.work.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.dunlin.core.model.Customer;
import org.dunlin.store.inbox.DeliveryOrigins;
import org.dunlin.store.inbox.RawContentGone;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.dunlin.work.intake.Acceptance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The person is gone from every place, and the books are what they were. */
class ErasureTest {
  private static final List<String> TRACES =
      List.of(Person.NAME, Person.MAIL, Person.ID, "zonnebloem");

  /** The common pool may have one thread only, which waits. */
  private static final Executor ANOTHER_THREAD = task -> Thread.ofPlatform().start(task);

  private final Person person = new Person();
  private final TestHub hub = person.hub;

  @AfterEach
  void close() {
    person.close();
  }

  @Test
  void noTextOfTheDatabaseNamesThePersonAnyMore() {
    person.paid();
    assertThat(person.places(Person.NAME)).contains("customer.name", "payment.record");

    EraseCustomer.Erased erased = person.erase();

    assertThat(erased.name()).isEqualTo("Erased customer 1");
    assertThat(erased.documents()).isEqualTo(1);
    assertThat(erased.payments()).isEqualTo(1);
    TRACES.forEach(trace -> assertThat(person.places(trace)).as(trace).isEmpty());
  }

  @Test
  void everyAmountDateNumberAndAllocationStays() {
    person.paid();
    List<String> before = person.books();

    person.erase();
    hub.run();

    assertThat(person.books()).isEqualTo(before);
    assertThat(hub.stores.customers().of("acme"))
        .extracting(Customer::name)
        .containsExactlyInAnyOrder("Erased customer 1", "Customer 11112222");
  }

  @Test
  void rowsOfTheTimeBeforeThereWereKeysAreErasedToo() {
    person.paid();
    hub.sql("delete from customer_key");
    hub.sql("update delivery set customer_id = null, master_key = null, wrapped = null");
    hub.sql(
        "update journal set sealed = null, customer_id = null, reason = 'Wilhelmina Zonnebloem wrote'"
            + " where sealed is not null");
    hub.sql(
        "update effect set sealed = null, customer_id = null, payload = '{\"to\": \"wil@zonnebloem.example\"}'");
    hub.sql(
        "update delivery_chunk set content = convert_to('<Nm>Wilhelmina Zonnebloem</Nm>', 'UTF8')");
    hub.sql("update delivery set bytes = length('<Nm>Wilhelmina Zonnebloem</Nm>')");

    person.erase();

    TRACES.forEach(trace -> assertThat(person.places(trace)).as(trace).isEmpty());
  }

  @Test
  void whatIsNotSettledIsNamedAndNothingIsErased() {
    person.reminded();

    assertThatThrownBy(person::erase)
        .isInstanceOf(RefusedErasure.class)
        .hasMessageContaining("1 open invoice or credit note")
        .hasMessageContaining("GDPR Article 17(3)(b)");
    assertThat(person.places(Person.NAME)).contains("customer.name");
    assertThatThrownBy(() -> new EraseCustomer(hub.stores).erase("acme", UUID.randomUUID(), "anna"))
        .isInstanceOf(RefusedErasure.class)
        .hasMessageContaining("no such customer");
  }

  @Test
  void rawContentThatNamesThePersonIsGoneAndSaysSoWhileOthersStay() {
    person.paid();

    person.erase();

    for (Seen delivery : hub.deliveries()) {
      boolean named = !delivery.name().equals("43.xml") && !delivery.name().equals("yesterday.xml");
      var line = hub.stores.views().deliveries().find("acme", delivery.id()).orElseThrow();
      assertThat(line.delivery().rawGone() != null).as(delivery.name()).isEqualTo(named);
      assertThat(hub.decisions.replay("acme", delivery.id(), "anna")).isEqualTo(!named);
      if (named) {
        assertThatThrownBy(() -> hub.stores.rawContent().read(line.delivery()))
            .isInstanceOf(RawContentGone.class)
            .hasMessageContaining("erased");
      }
    }
  }

  @Test
  void theMailInWhichAFileOfThePersonCameIsForgotten() {
    person.paid();
    Seen named =
        hub.deliveries().stream()
            .filter(each -> !each.name().equals("43.xml") && !each.name().equals("yesterday.xml"))
            .findFirst()
            .orElseThrow();
    hub.stores
        .deliveryOrigins()
        .put("acme", named.id(), new DeliveryOrigins.In("<1@person.example>", null));

    person.erase();

    assertThat(hub.stores.deliveryOrigins().find("acme", named.id()))
        .contains(new DeliveryOrigins.In(null, null));
  }

  @Test
  void aFailedMessageOfAnErasedCustomerIsNobodysTask() {
    person.paid();
    hub.sql("update effect set state = 'FAILED' where action_id is not null");
    assertThat(hub.stores.views().tasks().of("acme", TestHub.TODAY).failed()).isEqualTo(1);

    person.erase();

    assertThat(hub.stores.views().tasks().of("acme", TestHub.TODAY).failed()).isZero();
  }

  @Test
  void aReplayWaitsForAnErasureAndDoesNotBringBackWhatItTakesAway() {
    person.paid();
    UUID id = hub.deliveries().getFirst().id();
    CompletableFuture<Boolean> replay =
        hub.stores
            .transactions()
            .in(
                () -> {
                  hub.stores.erasures().lockBooks("acme");
                  var replaying =
                      CompletableFuture.supplyAsync(() -> hub.decisions.replay("acme", id, "anna"));
                  untilItWaitsOrEnds(replaying);
                  hub.sql("update delivery set raw_gone_at = now(), raw_gone = 'erased'");
                  return replaying;
                });

    assertThat(replay.join()).isFalse();
    assertThat(hub.deliveries()).extracting(Seen::state).containsOnly("APPLIED");
  }

  @Test
  void whatRetentionDropsWhileAnErasureLooksForThePersonNamesNobody() {
    person.paid();
    CompletableFuture<EraseCustomer.Erased> erasure =
        hub.stores
            .transactions()
            .in(
                () -> {
                  hub.sql("lock table delivery_chunk");
                  var erasing = CompletableFuture.supplyAsync(person::erase);
                  untilItWaitsOrEnds(erasing);
                  hub.sql(
                      "update delivery set raw_gone_at = now(), raw_gone = 'kept long enough'"
                          + " where name <> 'yesterday.xml'");
                  return erasing;
                });

    assertThat(erasure.join().name()).isEqualTo("Erased customer 1");
  }

  @Test
  void whatCameInAndWasAppliedWhileAnErasureLookedForThePersonIsFoundToo() {
    person.paid();
    CompletableFuture<EraseCustomer.Erased> erasure =
        hub.stores
            .transactions()
            .in(
                () -> {
                  hub.stores.erasures().useBooks("acme");
                  var erasing = CompletableFuture.supplyAsync(person::erase);
                  untilItWaitsOrEnds(erasing);
                  CompletableFuture.runAsync(this::bringsAFileThatNamesThePerson, ANOTHER_THREAD)
                      .join();
                  return erasing;
                });
    erasure.join();

    TRACES.forEach(trace -> assertThat(person.places(trace)).as(trace).isEmpty());
    assertThat(
            hub.jdbc()
                .sql("select raw_gone_at is not null from delivery where name = 'late.xml'")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private void bringsAFileThatNamesThePerson() {
    hub.offer("late.xml", ("1;" + Person.NAME).getBytes(UTF_8));
    hub.sql(
        "update delivery set state = 'APPLIED', format = 'CAMT_053', finished_at = now()"
            + " where name = 'late.xml'");
  }

  private void untilItWaitsOrEnds(CompletableFuture<?> work) {
    String waiting =
        "select count(*) from pg_locks l join pg_database d on d.oid = l.database"
            + " where d.datname = current_database() and not l.granted";
    while (!work.isDone() && hub.jdbc().sql(waiting).query(Integer.class).single() == 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void theSameFilesAgainBringNobodyBack() {
    person.paid();
    byte[] statement = person.statement("paid with thanks").bytes();
    person.erase();
    List<String> before = person.books();

    assertThat(hub.offer("again.xml", person.invoice.bytes()))
        .isInstanceOf(Acceptance.CameBefore.class);
    assertThat(hub.offer("again.xml", statement)).isInstanceOf(Acceptance.CameBefore.class);
    hub.offer("as-new.xml", Person.withAnotherLine(person.invoice.bytes()));
    hub.offer("statement-as-new.xml", Person.withAnotherLine(statement));
    hub.run();

    assertThat(hub.deliveries()).extracting(Seen::state).doesNotContain("POISON", "QUARANTINED");
    assertThat(person.books()).isEqualTo(before);
    TRACES.forEach(trace -> assertThat(person.places(trace)).as(trace).isEmpty());
  }

  @Test
  void aNewInvoiceToThePersonMakesANewCustomerAndLeavesTheErasedOneAlone() {
    person.paid();
    UUID erased = person.id();
    person.erase();

    hub.offer("new.xml", newInvoice().bytes());
    hub.offer("new-again.xml", Person.withAnotherLine(newInvoice().bytes()));
    hub.run();

    List<Customer> customers = hub.stores.customers().of("acme");
    assertThat(customers)
        .extracting(Customer::name)
        .containsExactlyInAnyOrder("Erased customer 1", "Customer 11112222", Person.NAME);
    assertThat(hub.stores.customerFiles().documents("acme", erased)).hasSize(1);
  }

  @Test
  void whoIsErasedIsKnownByIdOnlyAndNotErasedTwice() {
    person.paid();
    UUID id = person.id();
    person.erase();

    assertThat(hub.stores.erasures().all())
        .singleElement()
        .satisfies(e -> assertThat(e.customerId()).isEqualTo(id));
    assertThat(hub.stores.journal().newest("acme", 1))
        .singleElement()
        .satisfies(e -> assertThat(e.event()).isEqualTo("CUSTOMER_ERASED"));
    assertThatThrownBy(person::erase)
        .isInstanceOf(RefusedErasure.class)
        .hasMessageContaining("already");
  }

  @Test
  void anErasureWhoseConnectionDiesInTheMiddleHasNotHappened() {
    person.paid();
    List<String> before = person.books();
    List<String> places = person.places(Person.NAME);
    hub.sql(
        """
        create function die() returns trigger language plpgsql as $$
        begin
          perform pg_terminate_backend(pg_backend_pid());
          return new;
        end $$
        """);
    hub.sql(
        "create trigger die before insert on journal for each row"
            + " when (new.event = 'CUSTOMER_ERASED') execute function die()");

    assertThatThrownBy(person::erase).isInstanceOf(RuntimeException.class);

    assertThat(person.places(Person.NAME)).isEqualTo(places);
    assertThat(person.books()).isEqualTo(before);
    assertThat(hub.stores.erasures().all()).isEmpty();
    hub.sql("drop trigger die on journal");
    person.erase();
    assertThat(person.places(Person.NAME)).isEmpty();
  }

  private static InvoiceFile newInvoice() {
    return InvoiceFile.of("2026-0099", Person.ID, TestHub.TODAY.plusDays(30), "10.00")
        .named(Person.NAME)
        .to(Person.MAIL);
  }
}
