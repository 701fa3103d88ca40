package org.dunlin.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.PrecedingInvoice;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.ledger.Documents;
import org.dunlin.store.ledger.Origin;
import org.dunlin.store.ledger.Payments.Entry;
import org.dunlin.store.ledger.Payments.Place;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.Acceptance;
import org.dunlin.work.translate.TranslateDelivery;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A company of its own in the shared hub, in shadow mode on 20 November 2026, and its facts. */
final class Scene {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  static final String FOLDER = "books";
  static final String IBAN = "NL44RABO0123456789";

  private final Stores stores = Hub.SHARED.stores();
  private final String id = "c-" + UUID.randomUUID();
  private int entries;

  Scene() {
    this("Acme B.V.", "tests@example.test");
  }

  Scene(String name, String testMailbox) {
    Company company =
        new Company(
            id,
            name,
            "NL",
            ZoneId.of("Europe/Amsterdam"),
            "en",
            CurrencyUnit.EUR,
            List.of(AccountId.ofIban(IBAN)),
            null,
            true,
            30,
            Map.of(),
            null,
            null);
    String mailbox = testMailbox.isEmpty() ? null : testMailbox;
    stores
        .companies()
        .put(new CompanyProfile(company, DunningMode.SHADOW, "ar@example.test", mailbox, TODAY));
    stores
        .connections()
        .put(new Connection(id, FOLDER, "folder", Map.of("path", "/srv/books"), false));
  }

  String id() {
    return id;
  }

  /** The address of the company's page. */
  String page() {
    return "/?company=" + id;
  }

  UUID customer(String name) {
    Customer said =
        new Customer(
            UUID.randomUUID().toString(),
            "D1001",
            name,
            "ap@customer.example",
            null,
            null,
            "en",
            null,
            null,
            List.of(),
            false,
            List.of(),
            null,
            null,
            null);
    return stores.customers().apply(origin(), said).id();
  }

  UUID invoice(UUID customer, String number, LocalDate due, String total) {
    return document(
        InvoiceKind.INVOICE, customer, number, due.minusDays(30), due, total, List.of());
  }

  /** A credit note of three days ago, of these invoices. */
  UUID creditNote(UUID customer, String number, String total, PrecedingInvoice... of) {
    LocalDate issued = TODAY.minusDays(3);
    return document(InvoiceKind.CREDIT_NOTE, customer, number, issued, null, total, List.of(of));
  }

  private UUID document(
      InvoiceKind kind,
      UUID customer,
      String number,
      LocalDate issued,
      @Nullable LocalDate due,
      String total,
      List<PrecedingInvoice> preceding) {
    Invoice said =
        new Invoice(
            UUID.randomUUID().toString(),
            number,
            kind,
            customer.toString(),
            issued,
            due,
            null,
            euro(total),
            euro(total),
            InvoiceStatus.OPEN,
            null,
            null,
            null,
            List.of(),
            preceding,
            List.of(),
            null);
    return stores.invoices().add(origin(), said, customer).orElseThrow();
  }

  UUID payment(String payer, String remittance, String amount) {
    return payment(payer, null, remittance, amount);
  }

  UUID payment(String payer, @Nullable String iban, String remittance, String amount) {
    return payment(payer, iban, remittance, euro(amount));
  }

  UUID payment(String payer, @Nullable String iban, String remittance, Money amount) {
    return payment(Direction.IN, payer, iban, remittance, amount);
  }

  /** Money that left. */
  UUID paidOut(String receiver, String remittance, String amount) {
    return payment(Direction.OUT, receiver, null, remittance, euro(amount));
  }

  private UUID payment(
      Direction direction, String payer, @Nullable String iban, String remittance, Money amount) {
    Payment said =
        new Payment(
            UUID.randomUUID().toString(),
            PaymentKind.TRANSFER,
            direction,
            TODAY,
            TODAY,
            amount,
            payer,
            iban == null ? null : AccountId.ofIban(iban),
            null,
            remittance,
            null,
            List.of(),
            null,
            null,
            AccountId.ofIban(IBAN),
            null,
            null);
    stores
        .payments()
        .add(
            origin(),
            UUID.randomUUID(),
            0,
            List.of(new Entry(++entries, said, new byte[] {1}, false)));
    return (direction == Direction.IN
            ? stores.payments().unallocated(id, Place.START, 1000)
            : stores.refunds().outgoing(id, TODAY, 1000))
        .stream()
            .map(state -> state.payment())
            .filter(payment -> payment.source() != null && payment.source().id().equals(said.id()))
            .map(payment -> UUID.fromString(payment.id()))
            .findFirst()
            .orElseThrow();
  }

  /** Notes an allocation line; an automatic one also claims both sides. */
  void allocation(UUID payment, UUID invoice, String amount, Decision decision, String evidence) {
    Allocation line =
        new Allocation(
            payment.toString(),
            null,
            invoice.toString(),
            euro(amount),
            "m-1",
            1,
            decision,
            MatchRule.DOCUMENT_NUMBER,
            new BigDecimal("0.97"),
            List.of(evidence));
    stores.allocations().add(id, line, "match", TODAY);
    if (decision == Decision.AUTOMATIC) {
      BigDecimal claimed = new BigDecimal(amount);
      stores.invoices().claim(id, invoice, claimed);
      stores.payments().claim(id, payment, claimed);
    }
  }

  /** Takes a file in and translates all that waits. */
  UUID deliver(String name, String content) {
    UUID delivery = accept(name, content);
    translate();
    return delivery;
  }

  UUID accept(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Acceptance accepted =
        new AcceptFile(stores, Clock.systemUTC(), Checkpoint.NONE, 10_000_000)
            .accept(id, FOLDER, name, new ByteArrayInputStream(bytes));
    if (accepted instanceof Acceptance.Accepted(UUID delivery)) {
      return delivery;
    }
    throw new IllegalStateException("the same bytes twice are one delivery");
  }

  void translate() {
    TranslateDelivery translation = new TranslateDelivery(stores, Checkpoint.NONE);
    while (translation.next()) {
      // until nothing waits
    }
  }

  /** Decides a reminder and its message, which is in the state. */
  UUID email(UUID customer, UUID invoice, String subject, EffectState state) {
    return email(customer, invoice, subject, state, List.of());
  }

  /** The same, with documents that go along. */
  UUID email(
      UUID customer,
      UUID invoice,
      String subject,
      EffectState state,
      List<Dispatch.Attachment> attachments) {
    Action action = action(customer, invoice, ActionState.DUE, List.of());
    stores.actions().add(id, action);
    UUID effect = Ids.next();
    Dispatch.Email email =
        new Dispatch.Email(
            effect.toString(),
            "Acme B.V.",
            "ap@customer.example",
            "ar@example.test",
            subject,
            "Please pay " + subject,
            "<p style=\"color:#333\">Please pay.</p><script>alert('mail')</script><img"
                + " src=\"cid:pay@dunlin\" alt=\"QR\">",
            List.of(
                new Dispatch.Picture(
                    "pay@dunlin", "image/png", Dispatch.PictureKind.QR_CODE, "BCD\n002")),
            attachments);
    EffectState first =
        state == EffectState.AWAITING_APPROVAL || state == EffectState.SHADOW
            ? state
            : EffectState.PENDING;
    stores
        .outbox()
        .add(
            Effect.decided(
                id,
                effect,
                "smtp",
                "smtp/" + effect,
                EffectKind.EMAIL,
                action.id(),
                Payloads.json(email),
                first,
                TODAY));
    if (state != first) {
      stores.outbox().change(id, effect, first, state, "The line broke off.");
    }
    return effect;
  }

  /** Keeps a document of an invoice. */
  UUID document(UUID customer, UUID invoice, String name, String content) throws IOException {
    UUID document = Ids.next();
    stores
        .documents()
        .add(
            new Documents.Place(id, customer, invoice, Ids.next(), 0),
            document,
            new Attachment(name, "application/pdf", null, null),
            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
            1_000_000);
    return document;
  }

  void held(UUID customer, UUID invoice, HoldReason... reasons) {
    List<Hold> holds =
        List.of(reasons).stream()
            .map(reason -> new Hold(customer.toString(), null, reason, null))
            .toList();
    stores.actions().putHeld(id, List.of(action(customer, invoice, ActionState.HELD, holds)));
  }

  Stores stores() {
    return stores;
  }

  private Action action(UUID customer, UUID invoice, ActionState state, List<Hold> holds) {
    Money open = stores.invoices().find(id, invoice).orElseThrow().open();
    return new Action(
        UUID.randomUUID().toString(),
        customer.toString(),
        "standard",
        "first",
        Channel.EMAIL,
        TODAY,
        state,
        List.of(new ActionItem(invoice.toString(), TODAY.minusDays(10), "first", open)),
        holds);
  }

  Origin origin() {
    return new Origin(id, FOLDER, 1, Instant.parse("2026-11-20T08:00:00Z"));
  }

  static Money euro(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
