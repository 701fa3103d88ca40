package org.dunlin.work.payer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.DialogueEntry;
import org.dunlin.store.dialogue.DialogueKind;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.store.ledger.KeptDocument;
import org.dunlin.store.view.InvoiceList;
import org.dunlin.store.view.InvoiceList.Filter;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Gathers what a payer sees: of its own customer, and of nobody else. */
public final class PayerPage {
  /** So many invoices stand on one page. */
  public static final int MOST_INVOICES = 100;

  private static final int MOST_PAID = 10;
  private static final int MOST_SAID = 20;
  private static final String PDF = "application/pdf";

  private final Stores stores;

  /** Over these stores. */
  public PayerPage(Stores stores) {
    this.stores = stores;
  }

  /** What this payer sees now. */
  public Shown show(Payer payer) {
    return stores.transactions().at(() -> shown(payer));
  }

  private Shown shown(Payer payer) {
    String companyId = payer.companyId();
    Customer customer = stores.customers().find(companyId, payer.customerId()).orElseThrow();
    List<UUID> group = stores.customerLinks().group(companyId, payer.customerId());
    List<Standstill> standstills =
        stores.talk().standstills().ofCustomers(companyId, group, MOST_INVOICES);
    List<Owed> owed = owed(payer, standstills);
    int all = stores.talk().standstills().open(companyId, payer.customerId(), List.of()).size();
    return new Shown(
        payer,
        customer,
        stores.brands().of(companyId),
        owed,
        Math.max(0, all - owed.size()),
        credits(payer),
        stores.payer().paid().of(companyId, payer.customerId(), MOST_PAID),
        said(payer, group, standstills));
  }

  private List<Owed> owed(Payer payer, List<Standstill> standstills) {
    String companyId = payer.companyId();
    List<InvoiceList.Line> lines =
        stores
            .views()
            .invoices()
            .page(
                companyId,
                new InvoiceList.Choice(Filter.OPEN, payer.customerId(), null),
                payer.today(),
                null,
                MOST_INVOICES)
            .items();
    List<UUID> ids = lines.stream().map(InvoiceList.Line::id).toList();
    Map<UUID, Invoice> invoices = new HashMap<>();
    stores
        .invoices()
        .all(companyId, ids)
        .forEach(state -> invoices.put(UUID.fromString(state.invoice().id()), state.invoice()));
    Map<UUID, Money> contested = contested(companyId, ids, standstills);
    Map<UUID, List<Owed.Paper>> papers = new HashMap<>();
    for (KeptDocument document : stores.documents().of(companyId, ids)) {
      if (document.attachment().embedded() && PDF.equals(document.attachment().mediaType())) {
        papers
            .computeIfAbsent(document.invoiceId(), id -> new ArrayList<>())
            .add(new Owed.Paper(document.id(), document.attachment().name(), document.bytes()));
      }
    }
    Map<UUID, LocalDate> promised = promised(standstills);
    Map<UUID, LocalDate> debited = stores.debits().debits().underWay(companyId, ids);
    List<Owed> owed = new ArrayList<>();
    for (InvoiceList.Line line : lines) {
      Invoice invoice = invoices.get(line.id());
      String reference = invoice == null ? null : invoice.paymentReference();
      owed.add(
          new Owed(
              line.id(),
              line.number(),
              line.issueDate(),
              line.due(),
              overdue(line.due(), payer.today()),
              line.total(),
              line.total().minus(line.open()),
              line.open(),
              contested.getOrDefault(line.id(), Money.zero(line.open().getCurrencyUnit())),
              promised.get(line.id()),
              debited.get(line.id()),
              payer.linked().contains(line.id()),
              reference == null || reference.isBlank() ? line.number() : reference,
              papers.getOrDefault(line.id(), List.of())));
    }
    return owed;
  }

  /** By invoice; what counts of each dispute is kept by the dispute. */
  private Map<UUID, Money> contested(
      String companyId, List<UUID> ids, List<Standstill> standstills) {
    Map<UUID, Money> disputes = stores.talk().disputed().stillContested(companyId, ids);
    Map<UUID, Money> contested = new HashMap<>();
    for (Standstill each : standstills) {
      Money amount = disputes.get(each.id());
      if (amount != null && amount.isPositive()) {
        each.invoices().forEach(invoice -> contested.merge(invoice, amount, Money::plus));
      }
    }
    return contested;
  }

  private static long overdue(@Nullable LocalDate due, LocalDate today) {
    return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, today));
  }

  private static Map<UUID, LocalDate> promised(List<Standstill> standstills) {
    Map<UUID, LocalDate> promised = new HashMap<>();
    for (Standstill each : standstills) {
      LocalDate on = each.on();
      if (each.kind() == StandstillKind.PROMISE
          && each.state() == StandstillState.OPEN
          && on != null) {
        each.invoices().forEach(invoice -> promised.put(invoice, on));
      }
    }
    return promised;
  }

  private List<Money> credits(Payer payer) {
    Map<CurrencyUnit, Money> credits = new HashMap<>();
    stores
        .views()
        .invoices()
        .page(
            payer.companyId(),
            new InvoiceList.Choice(Filter.CREDIT_NOTES, payer.customerId(), null),
            payer.today(),
            null,
            MOST_INVOICES)
        .items()
        .stream()
        .filter(line -> line.status() == InvoiceStatus.OPEN && line.open().isPositive())
        .forEach(line -> credits.merge(line.open().getCurrencyUnit(), line.open(), Money::plus));
    return credits.values().stream()
        .sorted(Comparator.comparing(credit -> credit.getCurrencyUnit().getCode()))
        .toList();
  }

  private List<Shown.Said> said(Payer payer, List<UUID> group, List<Standstill> standstills) {
    String companyId = payer.companyId();
    List<Standstill> told =
        standstills.stream()
            .filter(each -> each.kind() != StandstillKind.HOLD)
            .limit(MOST_SAID)
            .toList();
    Map<UUID, String> numbers = new HashMap<>();
    stores
        .invoices()
        .all(companyId, told.stream().flatMap(each -> each.invoices().stream()).distinct().toList())
        .forEach(
            state -> numbers.put(UUID.fromString(state.invoice().id()), state.invoice().number()));
    List<Shown.Said> said = new ArrayList<>();
    for (Standstill each : told) {
      boolean own = each.made().by().equals(Payer.ACTOR);
      said.add(
          new Shown.Said(
              each.id(),
              each.made().on(),
              each.kind(),
              each.state(),
              each.amount(),
              each.on(),
              each.invoices().stream().map(id -> numbers.getOrDefault(id, "")).sorted().toList(),
              each.record(),
              own ? each.words().said() : null));
    }
    for (DialogueEntry entry :
        stores.talk().dialogue().ofCustomers(companyId, group, MOST_INVOICES)) {
      if (entry.kind() == DialogueKind.ANSWER && entry.madeBy().equals(Payer.ACTOR)) {
        said.add(
            new Shown.Said(
                entry.id(), entry.madeOn(), null, null, null, null, List.of(), null, entry.text()));
      }
    }
    return said.stream()
        .sorted(Comparator.comparing(Shown.Said::id).reversed())
        .limit(MOST_SAID)
        .toList();
  }
}
