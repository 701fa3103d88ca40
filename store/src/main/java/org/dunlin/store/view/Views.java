package org.dunlin.store.view;

import javax.sql.DataSource;
import org.dunlin.store.call.OutboundCalls;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.ledger.Documents;
import org.dunlin.store.ledger.Invoices;
import org.dunlin.store.ledger.Payments;
import org.dunlin.store.secret.CustomerKeys;

/** All views of one database. */
public record Views(
    Receivables receivables,
    TieOuts tieOuts,
    UnallocatedPayments unallocatedPayments,
    Conflicts conflicts,
    Deliveries deliveries,
    Messages messages,
    RefusedEffects refusedEffects,
    HeldReminders heldReminders,
    WaitingWork waitingWork,
    Retries retries,
    LastFiles lastFiles,
    Tasks tasks,
    CustomerList customers,
    InvoiceList invoices,
    PaymentList payments,
    ReviewQueue reviewQueue,
    KnownPayers knownPayers,
    Details details,
    Timeline timeline,
    Traces traces,
    Chains chains,
    WhatChanged whatChanged,
    TourStops tourStops,
    Questions questions,
    Sources sources,
    WorkList workList,
    Stages stages,
    StandstillList standstills,
    Search search,
    OpenSample openSample) {

  /** The views over a pool, and the stores whose records they show. */
  public static Views over(
      DataSource pool,
      CustomerKeys keys,
      Journal journal,
      Invoices invoices,
      Payments payments,
      Documents documents,
      OutboundCalls calls) {
    Messages messages = new Messages(pool, keys);
    Deliveries deliveries = new Deliveries(pool);
    Receivables receivables = new Receivables(pool);
    Traces traces = new Traces(pool);
    return new Views(
        receivables,
        new TieOuts(pool),
        new UnallocatedPayments(pool),
        new Conflicts(new AllocationLines(pool)),
        deliveries,
        messages,
        new RefusedEffects(pool),
        new HeldReminders(pool),
        new WaitingWork(pool),
        new Retries(pool),
        new LastFiles(pool),
        new Tasks(pool, messages),
        new CustomerList(pool, new CustomerFigures(pool)),
        new InvoiceList(pool),
        new PaymentList(pool),
        new ReviewQueue(pool),
        new KnownPayers(pool),
        new Details(pool, receivables, deliveries, invoices, payments, documents),
        new Timeline(pool, journal, messages, deliveries),
        traces,
        new Chains(pool, traces, messages, deliveries, calls),
        new WhatChanged(pool),
        new TourStops(pool),
        new Questions(pool),
        new Sources(pool),
        new WorkList(pool),
        new Stages(pool),
        new StandstillList(pool, keys),
        new Search(pool),
        new OpenSample(pool));
  }
}
