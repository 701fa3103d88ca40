package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.BankFile;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.ChangePlans.Chosen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of a customer of whom a run looks at one invoice, another program knows by another one: what is
 * decided is what is decided over the whole company.
 */
class KnownElsewhereTest {
  private static final List<String> AUDIENCES =
      List.of(
          """
          plans:
            - id: firms
              for: {consumer: false}
              contact: {minDaysBetween: 0, businessDaysOnly: false}
              steps:
                - {id: late, due: "+30d", channel: EMAIL, template: reminder-1}
          """,
          """
          plans:
            - id: dutch
              for: {countries: [NL]}
              contact: {minDaysBetween: 0, businessDaysOnly: false}
              steps:
                - {id: letter, due: "+1d", channel: LETTER, template: reminder-1}
          """,
          """
          plans:
            - id: people
              contact: {minDaysBetween: 0, businessDaysOnly: false}
              steps:
                - {id: soon, due: "+1d", channel: EMAIL, template: reminder-1}
                - {id: next, due: "previous +20d", channel: TEXT, template: reminder-2}
          """);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ChangePlans plans = new ChangePlans(hub.stores);
  private final BothWays bothWays = new BothWays(hub);
  private final KnownElsewhere other = new KnownElsewhere(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\": \"ap@other.example\"}",
        "{\"phone\": \"+31612345678\"}",
        "{\"language\": \"fr\"}",
        "{\"consumer\": false}",
        "{\"consumer\": true}",
        "{\"address\": {\"street\": \"Kade 1\", \"city\": \"Delft\", \"country\": \"NL\"}}"
      })
  void whatAnotherProgramKnowsByAnotherInvoiceCounts(String known) {
    twoInvoicesOfOne();
    other.knows("INV-2", "Customer c0", known);
    for (int day : new int[] {0, 1, 21, 22}) { // on the last two the next steps of either plan
      bothWaysOn(TestHub.TODAY.plusDays(day));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from invoice_source",
        "update invoice_source set invoice_id = (select invoice_id from invoice"
            + " where number = 'INV-3')",
        "update invoice set claimed = outstanding where number = 'INV-2'",
        "update invoice set customer_id = c.customer_id, record = invoice.record ||"
            + " jsonb_build_object('customerId', c.customer_id) from customer c"
            + " where invoice.number = 'INV-2' and c.name = 'Customer c1'",
        "update customer set record = record - 'consumer' where name = 'Elsewhere'"
      })
  void whatAnotherProgramDoesNotTellAnyMoreCountsNoMore(String change) {
    twoInvoicesOfOne();
    other.knows("INV-2", "Customer c0", "{\"consumer\": false}");
    assertThat(bothWaysOn(TestHub.TODAY)).isEmpty();
    hub.sql(change);
    hub.sql("update company set dunned_on = null");
    assertThat(bothWaysOn(TestHub.TODAY)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INV-2", "INV-3"})
  void whatAnotherProgramTookOfAThirdIsNotHandedOn(String ofTheThird) {
    twoInvoicesOfOne();
    UUID elsewhere = other.knows("INV-2", "Customer c0", "{}");
    hub.sql(
        "update invoice set customer_id = '%s', record = record || '{\"customerId\": \"%s\"}'"
                .formatted(elsewhere, elsewhere)
            + " where number = 'INV-3'");
    other.knows(ofTheThird, "Customer c0", "{\"consumer\": false}");
    bothWaysOn(TestHub.TODAY);
    hub.sql("update company set dunned_on = null");
    bothWaysOn(TestHub.TODAY);
  }

  private void twoInvoicesOfOne() {
    LocalDate today = TestHub.TODAY;
    AUDIENCES.forEach(plan -> plans.save("acme", null, null, plan, true, "anna"));
    plans.choose(
        "acme",
        Stream.of("firms", "dutch", "people").map(plan -> new Chosen(plan, false)).toList(),
        "anna");
    invoice("INV-1", "c0", today.minusDays(8));
    invoice("INV-2", "c0", today.plusDays(40));
    invoice("INV-3", "c1", today.plusDays(40));
    statement(today.minusDays(1));
    hub.settle();
    hub.sql("update customer set record = record - 'email'");
  }

  private void invoice(String number, String customer, LocalDate due) {
    hub.offer("invoice.xml", InvoiceFile.of(number, customer, due, "100.00").to(null).bytes());
  }

  /** What is decided on a day, which all that is open and what a run looks at agree on. */
  private List<String> bothWaysOn(LocalDate day) {
    hub.day.begin("acme", day);
    statement(day.minusDays(1));
    TestHub.drain(hub.translate::next);
    List<Action> whole = bothWays.whole(day);
    assertThat(hub.dun.next()).isTrue();
    assertThat(BothWays.lines(bothWays.narrow(whole)))
        .as("on %s", day)
        .isEqualTo(BothWays.lines(whole));
    TestHub.drain(hub.deliver::next);
    return BothWays.lines(whole);
  }

  private void statement(LocalDate day) {
    hub.offer(
        "statement.xml",
        BankFile.empty().with(TestHub.IBAN, day, day, BigDecimal.ZERO, List.of()).bytes());
  }
}
