package org.dunlin.work.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.KeptDocument;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.store.pay.KeptLink;
import org.dunlin.store.payer.PayerPapers;
import org.dunlin.work.claim.ClaimJson;
import org.dunlin.work.pay.PayAddress;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.record.CallJson;
import org.dunlin.work.record.DebitJson;
import org.dunlin.work.record.HandOverJson;
import org.dunlin.work.record.KeptJson;
import org.dunlin.work.record.PayJson;
import org.dunlin.work.record.TalkJson;

/**
 * Hands out all that the hub keeps about one customer, as a ZIP file (GDPR Articles 15 and 20):
 * records as canonical JSON Lines, messages, the timeline, and the raw files that concern nobody
 * else.
 */
public final class ExportCustomer {
  private final Stores stores;
  private final Clock clock;

  /** Over these stores; the clock dates the file. */
  public ExportCustomer(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /** The customer, if the company has one of this id. */
  public Optional<Customer> find(String companyId, UUID customerId) {
    return stores.customers().find(companyId, customerId);
  }

  /**
   * Writes the ZIP file, an entry at a time; the stream stays open.
   *
   * @throws IOException when the stream does not take it
   */
  public void write(String companyId, Customer customer, OutputStream target) throws IOException {
    List<UUID> group =
        stores.customerLinks().group(companyId, UUID.fromString(customer.id())); // all of a person
    List<Invoice> documents = new ArrayList<>();
    Set<Payment> payments = new LinkedHashSet<>();
    Set<Payment> told = new LinkedHashSet<>();
    List<CanonicalRecord> customers = new ArrayList<>();
    for (UUID id : group) {
      Customer each = find(companyId, id).orElseThrow();
      customers.add(each);
      documents.addAll(stores.customerFiles().documents(companyId, id));
      stores.customerFiles().payments(companyId, each).stream()
          .map(PaymentState::payment)
          .forEach(payments::add);
      told.addAll(stores.advisedEntries().of(companyId, each.ibans(), each.name()));
    }
    CustomerZip zip = new CustomerZip(target, clock.instant());
    zip.text("README.txt", CustomerWords.readme(companyId, customer, clock.instant()));
    zip.lines("customer.jsonl", canonical(customers));
    zip.lines("invoices.jsonl", canonical(documents));
    zip.lines("payments.jsonl", canonical(List.copyOf(payments)));
    zip.lines("advised.jsonl", canonical(List.copyOf(told)));
    zip.lines("allocations.jsonl", canonical(allocations(companyId, documents)));
    zip.lines(
        "actions.jsonl", of(group, id -> canonical(stores.customerFiles().actions(companyId, id))));
    zip.lines(
        "messages.jsonl",
        of(
            group,
            id ->
                stores.outbox().ofCustomer(companyId, id).stream()
                    .map(KeptJson::message)
                    .toList()));
    zip.lines(
        "calls.jsonl",
        of(
            group,
            id ->
                stores.outboundCalls().ofCustomer(companyId, id).stream()
                    .map(CallJson::withTexts)
                    .toList()));
    zip.lines("agreements.jsonl", agreements(companyId, group));
    zip.lines("claims.jsonl", claims(companyId, group));
    zip.lines("payment-links.jsonl", links(companyId, group));
    zip.lines("provider-refunds.jsonl", refunds(companyId, group));
    zip.lines("dialogue.jsonl", dialogue(companyId, group));
    zip.lines(
        "hand-overs.jsonl",
        stores.talk().handOvers().ofCustomers(companyId, group).stream()
            .map(HandOverJson::one)
            .toList());
    zip.lines("mandates.jsonl", mandates(companyId, group));
    zip.lines(
        "debits.jsonl",
        stores.debits().debits().ofCustomers(companyId, group, Integer.MAX_VALUE).stream()
            .map(DebitJson::debit)
            .toList());
    zip.lines("timeline.jsonl", of(group, id -> timeline(companyId, id)));
    for (UUID id : group) {
      for (Delivery delivery : stores.customerFiles().deliveries(companyId, id)) {
        zip.raw(delivery, stores.rawContent().read(delivery));
      }
    }
    for (Invoice document : documents) {
      attachments(companyId, document, zip);
    }
    for (PayerPapers.Paper paper : stores.payer().papers().ofCustomers(companyId, group)) {
      zip.paper(paper, stores.payer().papers().read(companyId, paper));
    }
    zip.finish();
  }

  private static List<String> of(List<UUID> group, Function<UUID, List<String>> lines) {
    return group.stream().map(lines).flatMap(List::stream).toList();
  }

  /** The documents that came with an invoice; links are in its record. */
  private void attachments(String companyId, Invoice document, CustomerZip zip) throws IOException {
    for (KeptDocument kept : stores.documents().of(companyId, UUID.fromString(document.id()))) {
      if (kept.attachment().embedded()) {
        zip.attachment(document.number(), kept, stores.documents().read(companyId, kept));
      }
    }
  }

  private List<CanonicalRecord> allocations(String companyId, List<Invoice> documents) {
    Set<CanonicalRecord> lines = new LinkedHashSet<>();
    for (Invoice document : documents) {
      stores.allocations().ofInvoice(companyId, UUID.fromString(document.id())).stream()
          .map(Stored::allocation)
          .filter(line -> line.decision() != Decision.SUGGESTED)
          .forEach(lines::add);
      stores.adjustments().ofInvoice(companyId, UUID.fromString(document.id())).stream()
          .filter(stored -> stored.ended() == null)
          .forEach(stored -> lines.add(stored.adjustment()));
    }
    return List.copyOf(lines);
  }

  private List<String> agreements(String companyId, List<UUID> group) {
    return stores.talk().standstills().ofCustomers(companyId, group, Integer.MAX_VALUE).stream()
        .map(TalkJson::standstill)
        .toList();
  }

  private List<String> mandates(String companyId, List<UUID> group) {
    return stores.debits().mandates().ofCustomers(companyId, group).stream()
        .map(
            kept ->
                DebitJson.mandate(
                    kept, stores.debits().mandates().amendments(companyId, kept.id())))
        .toList();
  }

  /** Without the addresses, with which anybody could open them. */
  private List<String> links(String companyId, List<UUID> group) {
    PaymentLinks links = new PaymentLinks(stores, PayAddress.NONE);
    List<String> lines = new ArrayList<>();
    for (KeptLink link : stores.pay().links().ofCustomers(companyId, group, Integer.MAX_VALUE)) {
      lines.add(
          PayJson.link(
              withoutAddress(links.shown(companyId, List.of(link)).getFirst()),
              stores.pay().checkouts().ofLink(companyId, link.id(), Integer.MAX_VALUE)));
    }
    return lines;
  }

  /** One that leads to a provider has its address whether payers reach the hub or not. */
  private static PaymentLink withoutAddress(PaymentLink link) {
    return new PaymentLink(
        link.id(),
        link.customerId(),
        link.invoiceIds(),
        link.amount(),
        null,
        link.state(),
        link.expiresAt());
  }

  private List<String> refunds(String companyId, List<UUID> group) {
    return stores.pay().refunds().ofCustomers(companyId, group).stream()
        .map(PayJson::refund)
        .toList();
  }

  private List<String> claims(String companyId, List<UUID> group) {
    return stores.claims().stated().ofCustomers(companyId, group).stream()
        .map(said -> ClaimJson.stated(said).toString())
        .toList();
  }

  private List<String> dialogue(String companyId, List<UUID> group) {
    return stores.talk().dialogue().ofCustomers(companyId, group, Integer.MAX_VALUE).stream()
        .map(TalkJson::entry)
        .toList();
  }

  private List<String> timeline(String companyId, UUID customerId) {
    List<String> lines = new ArrayList<>();
    stores.journal().ofCustomer(companyId, customerId, e -> lines.add(KeptJson.entry(e)));
    return lines;
  }

  private static List<String> canonical(List<? extends CanonicalRecord> records) {
    return records.stream().map(CanonicalWriter::line).toList();
  }
}
