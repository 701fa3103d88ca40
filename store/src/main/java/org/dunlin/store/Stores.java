package org.dunlin.store;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.dunlin.store.access.ApiTokens;
import org.dunlin.store.access.Hooks;
import org.dunlin.store.access.KeptAnswers;
import org.dunlin.store.call.OutboundCalls;
import org.dunlin.store.claim.ClaimStores;
import org.dunlin.store.company.Brands;
import org.dunlin.store.company.Companies;
import org.dunlin.store.company.Connections;
import org.dunlin.store.company.FlowHours;
import org.dunlin.store.company.Flows;
import org.dunlin.store.company.HubSettings;
import org.dunlin.store.company.RollOutTicks;
import org.dunlin.store.company.SettingOrigins;
import org.dunlin.store.debit.DebitStores;
import org.dunlin.store.dialogue.DialogueStores;
import org.dunlin.store.dunning.Actions;
import org.dunlin.store.dunning.Approvals;
import org.dunlin.store.dunning.NextLooks;
import org.dunlin.store.dunning.PlanBook;
import org.dunlin.store.dunning.Risks;
import org.dunlin.store.event.EventStores;
import org.dunlin.store.figure.FigureStores;
import org.dunlin.store.inbox.DeliveryOrigins;
import org.dunlin.store.inbox.FileMappings;
import org.dunlin.store.inbox.Inbox;
import org.dunlin.store.inbox.Problems;
import org.dunlin.store.inbox.RawContent;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.lease.Leases;
import org.dunlin.store.ledger.Adjustments;
import org.dunlin.store.ledger.AdvisedEntries;
import org.dunlin.store.ledger.Allocations;
import org.dunlin.store.ledger.AwaitedInvoices;
import org.dunlin.store.ledger.BookedInvoices;
import org.dunlin.store.ledger.BookedObjects;
import org.dunlin.store.ledger.Bookings;
import org.dunlin.store.ledger.CustomerLinks;
import org.dunlin.store.ledger.Customers;
import org.dunlin.store.ledger.Documents;
import org.dunlin.store.ledger.FurtherSources;
import org.dunlin.store.ledger.Identities;
import org.dunlin.store.ledger.Invoices;
import org.dunlin.store.ledger.Joining;
import org.dunlin.store.ledger.KeptFigures;
import org.dunlin.store.ledger.Missing;
import org.dunlin.store.ledger.OfRecord;
import org.dunlin.store.ledger.OpenCreditNotes;
import org.dunlin.store.ledger.OpenedEntries;
import org.dunlin.store.ledger.OverlappedDays;
import org.dunlin.store.ledger.PaidAgain;
import org.dunlin.store.ledger.PayerLessons;
import org.dunlin.store.ledger.Payments;
import org.dunlin.store.ledger.Refunds;
import org.dunlin.store.ledger.Refusals;
import org.dunlin.store.ledger.RefusedObjects;
import org.dunlin.store.ledger.SettledInvoices;
import org.dunlin.store.ledger.SourceSums;
import org.dunlin.store.ledger.StatedEntries;
import org.dunlin.store.ledger.Statements;
import org.dunlin.store.ledger.UnmatchedBookings;
import org.dunlin.store.ledger.WriteBacks;
import org.dunlin.store.outbox.GateAskings;
import org.dunlin.store.outbox.Outbox;
import org.dunlin.store.outbox.OutgoingLines;
import org.dunlin.store.outbox.SentTexts;
import org.dunlin.store.pay.PayStores;
import org.dunlin.store.payer.PayerStores;
import org.dunlin.store.people.People;
import org.dunlin.store.people.SignInStores;
import org.dunlin.store.privacy.CustomerFiles;
import org.dunlin.store.privacy.Erasures;
import org.dunlin.store.privacy.Retention;
import org.dunlin.store.program.ProgramStores;
import org.dunlin.store.record.Records;
import org.dunlin.store.replay.Replays;
import org.dunlin.store.road.TakenFiles;
import org.dunlin.store.secret.Blinds;
import org.dunlin.store.secret.CallKeys;
import org.dunlin.store.secret.CustomerKeys;
import org.dunlin.store.secret.DeliveryKeys;
import org.dunlin.store.secret.KeyRing;
import org.dunlin.store.secret.Signatures;
import org.dunlin.store.tieout.TieOutStores;
import org.dunlin.store.view.Views;
import org.dunlin.store.wording.Wordings;

/** All stores of one database, for one process. */
public record Stores(
    Transactions transactions,
    Leases leases,
    Companies companies,
    Brands brands,
    SettingOrigins origins,
    RollOutTicks rollOutTicks,
    Connections connections,
    Flows flows,
    HubSettings settings,
    People people,
    SignInStores signIn,
    ApiTokens apiTokens,
    Hooks hooks,
    KeptAnswers keptAnswers,
    Inbox inbox,
    DeliveryOrigins deliveryOrigins,
    FileMappings fileMappings,
    SourceSums sourceSums,
    RawContent rawContent,
    Problems problems,
    Customers customers,
    AwaitedInvoices awaitedInvoices,
    Documents documents,
    Invoices invoices,
    Statements statements,
    Payments payments,
    AdvisedEntries advisedEntries,
    StatedEntries statedEntries,
    OpenedEntries openedEntries,
    OverlappedDays overlappedDays,
    Allocations allocations,
    Adjustments adjustments,
    Bookings bookings,
    BookedObjects bookedObjects,
    BookedInvoices bookedInvoices,
    UnmatchedBookings unmatchedBookings,
    WriteBacks writeBacks,
    Missing missing,
    RefusedObjects refusedObjects,
    FurtherSources furtherSources,
    Joining joining,
    Identities identities,
    OfRecord ofRecord,
    CustomerLinks customerLinks,
    KeptFigures keptFigures,
    Refusals refusals,
    OpenCreditNotes openCreditNotes,
    PayerLessons payerLessons,
    SettledInvoices settledInvoices,
    PaidAgain paidAgain,
    Refunds refunds,
    Actions actions,
    PlanBook plans,
    Approvals approvals,
    NextLooks nextLooks,
    Risks risks,
    Outbox outbox,
    GateAskings gateAskings,
    OutgoingLines outgoingLines,
    OutboundCalls outboundCalls,
    Journal journal,
    Backlogs backlogs,
    Wakeups wakeups,
    Views views,
    Records records,
    CustomerKeys customerKeys,
    DeliveryKeys deliveryKeys,
    Blinds blinds,
    CustomerFiles customerFiles,
    Erasures erasures,
    Retention retention,
    ProgramStores programs,
    TakenFiles takenFiles,
    TieOutStores tieOuts,
    DialogueStores talk,
    PayerStores payer,
    ClaimStores claims,
    Wordings wordings,
    SentTexts sentTexts,
    Signatures signatures,
    PayStores pay,
    DebitStores debits,
    FigureStores figures,
    Replays replays,
    EventStores events,
    FlowHours flowHours) {

  /**
   * The stores over a pool.
   *
   * @param lease how long a claim lasts without renewal
   * @param clock gives today where a company has no business date of its own
   * @param ring the hub's keys, with which the database was sealed
   */
  public static Stores over(DataSource pool, Duration lease, Clock clock, KeyRing ring) {
    Wakeups wakeups = new Wakeups(pool);
    CustomerKeys customerKeys = new CustomerKeys(pool, ring);
    DeliveryKeys deliveryKeys = new DeliveryKeys(pool, ring, customerKeys);
    Blinds blinds = new Blinds(pool, ring);
    Leases leases = new Leases(pool, Ids.next().toString(), lease);
    Documents documents = new Documents(pool, customerKeys);
    Invoices invoices = new Invoices(pool);
    Payments payments = new Payments(pool, blinds);
    Journal journal = new Journal(pool, customerKeys);
    FlowHours flowHours = new FlowHours(pool);
    OutboundCalls outboundCalls = new OutboundCalls(pool, new CallKeys(ring, customerKeys));
    return new Stores(
        new Transactions(pool),
        leases,
        new Companies(pool, clock, blinds, wakeups),
        new Brands(pool),
        new SettingOrigins(pool),
        new RollOutTicks(pool),
        new Connections(pool, leases),
        new Flows(pool),
        new HubSettings(pool),
        new People(pool),
        SignInStores.over(pool, ring),
        new ApiTokens(pool),
        new Hooks(pool),
        new KeptAnswers(pool, ring),
        new Inbox(pool, leases, flowHours),
        new DeliveryOrigins(pool),
        new FileMappings(pool),
        new SourceSums(pool),
        new RawContent(pool, deliveryKeys),
        new Problems(pool),
        new Customers(pool),
        new AwaitedInvoices(pool),
        documents,
        invoices,
        new Statements(pool),
        payments,
        new AdvisedEntries(pool),
        new StatedEntries(pool),
        new OpenedEntries(pool),
        new OverlappedDays(pool, blinds),
        new Allocations(pool),
        new Adjustments(pool),
        new Bookings(pool),
        new BookedObjects(pool),
        new BookedInvoices(pool),
        new UnmatchedBookings(pool),
        new WriteBacks(pool, wakeups),
        new Missing(pool),
        new RefusedObjects(pool),
        new FurtherSources(pool),
        new Joining(pool),
        new Identities(pool),
        new OfRecord(pool),
        new CustomerLinks(pool),
        new KeptFigures(pool),
        new Refusals(pool),
        new OpenCreditNotes(pool),
        new PayerLessons(pool),
        new SettledInvoices(pool),
        new PaidAgain(pool),
        new Refunds(pool),
        new Actions(pool),
        new PlanBook(pool),
        new Approvals(pool),
        new NextLooks(pool),
        new Risks(pool),
        new Outbox(pool, leases, customerKeys),
        new GateAskings(pool),
        new OutgoingLines(pool, customerKeys),
        outboundCalls,
        journal,
        new Backlogs(pool),
        wakeups,
        Views.over(pool, customerKeys, journal, invoices, payments, documents, outboundCalls),
        Records.over(pool, customerKeys, journal),
        customerKeys,
        deliveryKeys,
        blinds,
        new CustomerFiles(pool),
        new Erasures(pool, blinds, customerKeys),
        new Retention(pool),
        ProgramStores.over(pool, leases, ring),
        new TakenFiles(pool),
        TieOutStores.over(pool),
        DialogueStores.over(pool, customerKeys),
        PayerStores.over(pool, customerKeys),
        ClaimStores.over(pool),
        new Wordings(pool),
        new SentTexts(pool),
        new Signatures(pool, ring),
        PayStores.over(pool),
        DebitStores.over(pool, customerKeys),
        FigureStores.over(pool, customerKeys),
        new Replays(pool),
        EventStores.over(pool, journal),
        flowHours);
  }
}
