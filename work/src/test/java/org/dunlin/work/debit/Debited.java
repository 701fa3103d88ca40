package org.dunlin.work.debit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.debit.CollectRules;
import org.dunlin.core.debit.CollectRules.RetryOn;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.road.Road;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.debit.CollectionFile;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.DebitState;
import org.dunlin.work.BankFile;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.deliver.SendOutgoing;
import org.dunlin.work.dialogue.Standing;
import org.dunlin.work.dun.SourceHolds;
import org.dunlin.work.profile.Author;
import org.dunlin.work.road.ChangeRoad;
import org.jspecify.annotations.Nullable;

/** A company that collects, its customers with mandates, its bank, and what became of all that. */
final class Debited implements AutoCloseable {
  static final String CREDITOR = "DE98ZZZ09999999999";
  static final String IBAN = "NL91ABNA0417164300";

  /** What the fortnight's notice reaches just so, and a day on which money moves. */
  static final LocalDate DUE = LocalDate.of(2026, 12, 8);

  final TestHub hub;
  final Map<String, String> put = new LinkedHashMap<>();
  final Clock clock = Clock.fixed(Instant.parse("2026-12-03T09:00:00Z"), ZoneOffset.UTC);
  final Mandates mandates;
  final Collections collections;
  final CollectDebits collect;
  final DeliverEffect deliver;
  int cuts;
  private int statements;

  Debited(DunningMode mode) {
    this(TestHub.with(mode));
  }

  Debited(TestHub hub) {
    this.hub = hub;
    mandates = new Mandates(hub.stores);
    collections = new Collections(hub.stores, SourceHolds.ofNoProgram(hub.stores), clock);
    collect = new CollectDebits(hub.stores, SourceHolds.ofNoProgram(hub.stores));
    deliver = new DeliverEffect(hub.stores, outlet(), Checkpoint.NONE, Abilities.NONE);
    creditor(CREDITOR);
    collections.rules("acme", new CollectRules(true, 14, 1, RetryOn.PAYDAY), "anna");
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("to", TestHub.CONNECTION);
    settings.put("account", TestHub.IBAN);
    new ChangeRoad(hub.stores, (key, passphrase) -> Optional.empty())
        .add("acme", "debits", RoadKind.DEBITS, settings, Author.onPage("anna"));
  }

  private Outlet outlet() {
    SendOutgoing send = new SendOutgoing(hub.stores, this::put);
    return (dispatch, enclosures) -> {
      if (dispatch instanceof Dispatch.OutgoingFile file) {
        send.send(file);
      } else {
        hub.outlet.send(dispatch, enclosures);
      }
    };
  }

  private void put(Road road, String name, byte[] bytes) throws NotSent {
    String content = new String(bytes, StandardCharsets.UTF_8);
    put.merge(
        name, content, (before, now) -> before.equals(now) ? now : "written twice, and otherwise");
    if (cuts-- > 0) {
      throw new NotSent("the connection was cut when the file was there");
    }
  }

  void creditor(String identifier) {
    CompanyProfile profile = hub.stores.companies().profile("acme");
    Company c = profile.company();
    hub.stores
        .companies()
        .put(
            new CompanyProfile(
                new Company(
                    c.id(),
                    c.name(),
                    c.country(),
                    c.timeZone(),
                    c.language(),
                    c.currency(),
                    c.accounts(),
                    identifier,
                    c.vatRecoverable(),
                    c.paymentTermDays(),
                    c.tolerance(),
                    c.autoThreshold(),
                    c.dunning()),
                profile.mode(),
                profile.replyTo(),
                profile.testMailbox(),
                profile.setBusinessDate()));
  }

  /** An invoice; its customer is called as it says. */
  void invoice(String number, String customer, LocalDate due, String amount) {
    hub.offer("invoice.xml", InvoiceFile.of(number, customer, due, amount).bytes());
    hub.settle();
  }

  /** Two invoices of two customers with mandates. */
  void two() {
    invoice("INV-1", "c1", Debited.DUE, "100.00");
    invoice("INV-2", "c2", Debited.DUE, "60.50");
    mandate("c1");
    mandate("c2");
  }

  /** What holds an invoice. */
  List<HoldReason> holds(String number) {
    String invoice = debits(number).getFirst().invoiceId().toString();
    return Standing.of(hub.stores, "acme", today()).holds().stream()
        .filter(hold -> invoice.equals(hold.invoiceId()))
        .map(hold -> hold.reason())
        .toList();
  }

  UUID customer(String id) {
    return hub.stores.customers().id("acme", TestHub.CONNECTION, id).orElseThrow();
  }

  UUID mandate(String customer) {
    return mandate(customer, "M-" + customer);
  }

  UUID mandate(String customer, String reference) {
    return mandates.enter(
        "acme",
        new Mandates.Entered(
            customer(customer),
            reference,
            MandateScheme.CORE,
            IBAN,
            null,
            "Customer " + customer,
            LocalDate.of(2026, 1, 5),
            false,
            null,
            null),
        "anna");
  }

  LocalDate today() {
    return hub.stores.companies().businessDate(hub.stores.companies().profile("acme"));
  }

  /** Does all of a day: decides, collects, and lets everything leave that may. */
  void day() {
    boolean worked = true;
    while (worked) {
      hub.decide();
      worked = collect.next();
      while (deliver.next()) {
        worked = true;
      }
    }
  }

  /** Does the days up to one, this among them. */
  void until(LocalDate last) {
    day();
    while (today().isBefore(last)) {
      hub.day.begin("acme", today().plusDays(1));
      day();
    }
  }

  List<Debit> debits(String number) {
    UUID invoice =
        hub.jdbc()
            .sql("select invoice_id from invoice where number = ?")
            .param(number)
            .query(UUID.class)
            .single();
    return hub.stores.debits().debits().ofInvoice("acme", invoice, 10);
  }

  Debit debit(String number) {
    List<Debit> debits = debits(number);
    assertThat(debits).hasSize(1);
    return debits.getFirst();
  }

  List<DebitState> states(String number) {
    return debits(number).stream().map(Debit::state).toList();
  }

  CollectionFile waiting() {
    List<CollectionFile> waiting = hub.stores.debits().files().waiting("acme");
    assertThat(waiting).hasSize(1);
    return waiting.getFirst();
  }

  /** Has the account covered by an empty statement up to yesterday. */
  void cover() {
    offer(
        BankFile.empty()
            .with(
                TestHub.IBAN,
                LocalDate.of(2026, 11, 2),
                today().minusDays(1),
                BigDecimal.ZERO,
                List.of())
            .bytes());
  }

  /** Approves what waits, and lets it leave. */
  UUID approve() {
    cover();
    UUID id = waiting().id();
    collections.approve("acme", id, "anna");
    day();
    return id;
  }

  String open(String number) {
    return hub.jdbc()
        .sql("select trim_scale(outstanding - claimed) from invoice where number = ?")
        .param(number)
        .query(String.class)
        .single();
  }

  void offer(byte[] file) {
    hub.offer("file-" + ++statements + ".xml", file);
    day();
  }

  /** A statement of today with this entry. */
  void statement(String entry, String signedAmount) {
    String empty = new String(BankFile.day(TestHub.IBAN, today()).bytes(), StandardCharsets.UTF_8);
    String closing =
        "<CdtDbtInd>" + (signedAmount.startsWith("-") ? "DBIT" : "CRDT") + "</CdtDbtInd>";
    int at = empty.indexOf("CLBD");
    String balance =
        empty
            .substring(at)
            .replaceFirst(
                "<Amt Ccy=\"EUR\">[0-9.]+</Amt><CdtDbtInd>[A-Z]+</CdtDbtInd>",
                "<Amt Ccy=\"EUR\">" + signedAmount.replace("-", "") + "</Amt>" + closing);
    offer(
        (empty.substring(0, at) + balance)
            .replace("</Stmt>", entry + "</Stmt>")
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The sum of a batch, booked as one, as a bank names it. */
  String batch(UUID collection, int batch, String amount, boolean named) {
    return """
        <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>B%d</AcctSvcrRef>
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>ESDD</SubFmlyCd></Fmly></Domn></BkTxCd>
        <NtryDtls><Btch>%s<NbOfTxs>2</NbOfTxs></Btch></NtryDtls></Ntry>
        """
        .formatted(
            amount,
            today(),
            ++statements,
            named ? "<PmtInfId>" + FileHead.batchId(collection, batch) + "</PmtInfId>" : "");
  }

  /** A debit that is given back, for a reason. */
  String returned(String endToEnd, String amount, String reason) {
    return """
        <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>R%d</AcctSvcrRef>
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn></BkTxCd>
        <NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>
        <RtrInf><Rsn><Cd>%s</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>
        """
        .formatted(amount, today(), ++statements, endToEnd, reason);
  }

  /** The bank's answer that a debit, or where none is named a batch, is not taken. */
  void rejected(UUID collection, int batch, @Nullable String endToEnd, String reason) {
    String why = "<StsRsnInf><Rsn><Cd>" + reason + "</Cd></Rsn></StsRsnInf>";
    String one =
        endToEnd == null
            ? "<PmtInfSts>RJCT</PmtInfSts>" + why
            : "<TxInfAndSts><OrgnlEndToEndId>"
                + endToEnd
                + "</OrgnlEndToEndId><TxSts>RJCT</TxSts>"
                + why
                + "</TxInfAndSts>";
    offer(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
        <GrpHdr><MsgId>B%d</MsgId><CreDtTm>2026-12-04T10:00:00</CreDtTm></GrpHdr>
        <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.008</OrgnlMsgNmId></OrgnlGrpInfAndSts>
        <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>%s</OrgnlPmtInfAndSts>
        </CstmrPmtStsRpt></Document>
        """
            .formatted(
                ++statements,
                FileHead.messageId(collection),
                FileHead.batchId(collection, batch),
                one)
            .getBytes(StandardCharsets.UTF_8));
  }

  List<String> subjects() {
    return new ArrayList<>(hub.outlet.emails().stream().map(Dispatch.Email::subject).toList());
  }

  @Override
  public void close() {
    hub.close();
  }
}
