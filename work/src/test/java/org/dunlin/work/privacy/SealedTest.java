package org.dunlin.work.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.store.view.Deliveries.Choice.ALL;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What identifies a person lies in plain form in the ledger alone, where the work needs it. */
class SealedTest {
  private final Person person = new Person().paid();

  @AfterEach
  void close() {
    person.close();
  }

  @Test
  void journalOutboxAndRawContentDoNotNameThePerson() {
    assertThat(person.places(Person.NAME))
        .containsExactlyInAnyOrder("customer.name", "customer.record", "payment.record");
    assertThat(person.places(Person.MAIL)).containsExactly("customer.record");
  }

  @Test
  void aFileThatConcernsOneCustomerIsUnderThatCustomersKeyAndAStatementIsNot() {
    assertThat(ofThePersonAlone()).containsExactly("zonnebloem-42.xml");
  }

  @Test
  void aFileOfWhichSomethingWasRefusedIsNotThePersonsAlone() {
    offer(
        "two.xml",
        InvoiceFile.envelope(
            invoice("2026-0050"), invoice("2026-0051").replace("IssueDate>", "X>")));
    assertThat(ofThePersonAlone()).doesNotContain("two.xml");
  }

  @Test
  void aFileThatNamesSomebodyElseWhenItIsReplayedIsThePersonsAloneNoMore() throws IOException {
    String text =
        InvoiceFile.envelope(
            invoice("2026-0050"), invoice("2026-0051").replace(Person.ID, "11112222"));
    offer("two.xml", text);
    Delivery two =
        person.hub.stores.views().deliveries().newest("acme", ALL, 1).getFirst().delivery();
    person.hub.stores.deliveryKeys().sealFor("acme", two.id(), person.id());
    person.hub.decisions.replay("acme", two.id(), "anna");
    person.hub.settle();

    assertThat(ofThePersonAlone()).doesNotContain("two.xml");
    assertThat(person.hub.stores.rawContent().read(two).readAllBytes())
        .isEqualTo(text.getBytes(UTF_8));
  }

  private void offer(String name, String text) {
    person.hub.offer(name, text.getBytes(UTF_8));
    person.hub.settle();
  }

  private static String invoice(String number) {
    InvoiceFile file = InvoiceFile.of(number, Person.ID, TestHub.TODAY.plusDays(30), "10.00");
    return new String(file.named(Person.NAME).to(Person.MAIL).bytes(), UTF_8);
  }

  private List<String> ofThePersonAlone() {
    return person
        .hub
        .jdbc()
        .sql("select name from delivery where customer_id = ?")
        .param(person.id())
        .query(String.class)
        .list();
  }

  @Test
  void theTimelineIsReadAsItWasWritten() {
    List<String> said = new ArrayList<>();
    person
        .hub
        .stores
        .journal()
        .ofCustomer("acme", person.id(), e -> said.add(e.event() + " " + e.after()));
    assertThat(said)
        .anyMatch(line -> line.startsWith("CUSTOMER_ADDED") && line.contains(Person.NAME));
  }
}
