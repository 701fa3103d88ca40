package org.dunlin.store.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.store.view.Books.COMPANY;
import static org.dunlin.store.view.Books.TODAY;
import static org.dunlin.store.view.Books.euro;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.store.Ids;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.view.Timeline.Event;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happened, in the order in which it happened. */
class TimelineTest {
  private final Books books = new Books(30);
  private final UUID customer = books.customer("Jansen", null);
  private final UUID invoice = books.invoice(customer, TODAY.minusDays(9), euro("100.00"));
  private final UUID another = books.invoice(customer, TODAY, euro("5.00"));

  @AfterEach
  void close() {
    books.close();
  }

  private interface Source {
    Page<Event> page(@Nullable Cursor after, int most);
  }

  private static List<String> kinds(Source source) {
    List<Event> all = new ArrayList<>();
    Cursor after = null;
    do {
      Page<Event> page = source.page(after, 2);
      all.addAll(page.items());
      after = page.next() == null ? null : Cursor.read(page.next().text());
    } while (after != null);
    assertThat(all).extracting(Event::id).doesNotHaveDuplicates();
    return all.stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  private void note(String kind, UUID id, String event) {
    books
        .stores()
        .journal()
        .append(COMPANY, Happening.to(kind, id, event, "translate", TODAY, "because"));
  }

  private void reminder() {
    Action action =
        new Action(
            "a-1",
            customer.toString(),
            "standard",
            "first",
            Channel.EMAIL,
            TODAY,
            ActionState.DUE,
            List.of(new ActionItem(invoice.toString(), TODAY.minusDays(9), "first", euro("40.00"))),
            List.of());
    books.stores().actions().add(COMPANY, action);
    books
        .stores()
        .outbox()
        .add(
            Effect.decided(
                COMPANY,
                Ids.next(),
                "smtp",
                "smtp/" + customer,
                EffectKind.EMAIL,
                "a-1",
                "{\"to\": \"ap@example.test\", \"subject\": \"Please pay\"}",
                EffectState.PENDING,
                TODAY));
  }

  @Test
  void theNewestComesFirstAndEverythingOnce() {
    note("invoice", invoice, "INVOICE_ADDED");
    note("invoice", another, "INVOICE_ADDED");
    UUID payment = books.payment(Direction.IN, PaymentKind.TRANSFER, euro("60.00"));
    books.claim(payment, invoice, euro("60.00"));
    books.line(payment, invoice, euro("60.00"), Decision.AUTOMATIC, MatchRule.SCORE);
    note("invoice", invoice, "ALLOCATED");
    reminder();
    note("customer", customer, "REMINDER_DECIDED");
    Timeline timeline = books.views().timeline();
    assertThat(kinds((after, most) -> timeline.ofCustomer(COMPANY, customer, after, most)))
        .containsExactly("Noted", "Message", "Noted", "Applied", "Noted", "Noted");
    assertThat(kinds((after, most) -> timeline.ofInvoice(COMPANY, invoice, after, most)))
        .containsExactly("Message", "Noted", "Applied", "Noted");
    assertThat(kinds((after, most) -> timeline.ofPayment(COMPANY, payment, after, most)))
        .containsExactly("Applied");
    assertThat(kinds((after, most) -> timeline.ofCustomer("other", customer, after, most)))
        .isEmpty();
  }

  @Test
  void anInvoiceTellsInWhichRemindersItStands() {
    reminder();
    Details details = books.views().details();
    assertThat(details.invoice(COMPANY, invoice).orElseThrow().reminders())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.action().id()).isEqualTo("a-1");
              assertThat(line.message()).isEqualTo(EffectState.PENDING);
            });
    assertThat(details.invoice(COMPANY, another).orElseThrow().reminders()).isEmpty();
    assertThat(details.customer(COMPANY, customer, TODAY).orElseThrow().reminders()).hasSize(1);
  }

  @Test
  void journalAndMessagesAreReadAPageAtATime() {
    for (int i = 0; i < 5; i++) {
      note("invoice", invoice, "EVENT_" + i);
    }
    Page<org.dunlin.store.journal.Journal.Entry> first =
        books.stores().journal().page(COMPANY, null, 3);
    assertThat(first.items()).extracting(entry -> entry.event()).startsWith("EVENT_4", "EVENT_3");
    assertThat(books.stores().journal().page(COMPANY, first.next(), 3).items())
        .extracting(entry -> entry.event())
        .endsWith("EVENT_1", "EVENT_0");
    reminder();
    Messages messages = books.views().messages();
    assertThat(messages.page(COMPANY, EffectState.PENDING, null, 1).items())
        .singleElement()
        .satisfies(line -> assertThat(line.subject()).isEqualTo("Please pay"));
    UUID only = messages.page(COMPANY, null, null, 5).items().getFirst().id();
    assertThat(messages.page(COMPANY, null, Cursor.at(only), 5).items()).isEmpty();
    assertThat(messages.page(COMPANY, EffectState.SENT, null, 5).items()).isEmpty();
  }

  @Test
  void whatChangedIsCountedByBusinessDate() {
    note("invoice", invoice, "INVOICE_ADDED");
    UUID payment = books.payment(Direction.IN, PaymentKind.TRANSFER, euro("60.00"));
    books.line(payment, invoice, euro("60.00"), Decision.AUTOMATIC, MatchRule.SCORE);
    WhatChanged changed = books.views().whatChanged();
    assertThat(changed.between(COMPANY, TODAY.minusDays(6), TODAY))
        .containsExactly(
            new WhatChanged.Change(WhatChanged.Kind.INVOICES_ADDED, 1, List.of(euro("100.00"))),
            new WhatChanged.Change(WhatChanged.Kind.PAYMENTS_BOOKED, 1, List.of(euro("60.00"))),
            new WhatChanged.Change(WhatChanged.Kind.ALLOCATED, 1, List.of(euro("60.00"))),
            new WhatChanged.Change(WhatChanged.Kind.REMINDERS_SENT, 0, List.of()));
    assertThat(changed.between(COMPANY, TODAY.plusDays(1), TODAY.plusDays(2)))
        .allSatisfy(change -> assertThat(change.times()).isZero());
  }
}
