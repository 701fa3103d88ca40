package org.dunlin.work.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    List<String> names =
        person
            .hub
            .jdbc()
            .sql(
                "select d.name from delivery d join delivery_key k using (company_id, delivery_id)"
                    + " where k.customer_id = ?")
            .param(person.id())
            .query(String.class)
            .list();
    assertThat(names).containsExactly("zonnebloem-42.xml");
  }

  @Test
  void theTimelineIsReadAsItWasWritten() {
    List<String> said = new java.util.ArrayList<>();
    person
        .hub
        .stores
        .journal()
        .ofCustomer("acme", person.id(), e -> said.add(e.event() + " " + e.after()));
    assertThat(said)
        .anyMatch(line -> line.startsWith("CUSTOMER_ADDED") && line.contains(Person.NAME));
  }
}
