package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Contact;
import org.dunlin.sandbox.program.books.Debts;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** {@code /Contacts}. */
final class XeroContacts {
  private final Books books;
  private final XeroEnvelope envelope;
  private final XeroCompany company;
  private final Clock clock;

  XeroContacts(Books books, XeroCompany company, XeroEnvelope envelope, Clock clock) {
    this.books = books;
    this.company = company;
    this.envelope = envelope;
    this.clock = clock;
  }

  void serve(XeroApi api) {
    api.get("/Contacts", this::list);
    api.get("/Contacts/{id}", this::one);
    api.write("/Contacts", ask -> XeroBody.written(ask, envelope, "Contacts", this::write));
  }

  private Reply list(Ask ask) {
    boolean archived = "true".equalsIgnoreCase(ask.query("includeArchived").orElse("false"));
    List<String> ids = ids(ask.query("IDs"));
    List<Contact> contacts =
        books
            .contacts()
            .all(
                contact ->
                    (archived || !contact.archived())
                        && (ids.isEmpty() || ids.contains(contact.id().toString())));
    Debts debts = debts();
    return new XeroListing(envelope)
        .of(
            ask,
            "Contacts",
            contacts,
            (contact, full) -> full ? withBalances(contact, debts) : XeroContactJson.of(contact));
  }

  private Reply one(Ask ask) {
    Contact contact =
        books.contacts().find(ask.id("id")).orElseThrow(() -> Refusal.notFound("No contact."));
    return envelope.one("Contacts", withBalances(contact, debts()));
  }

  private Debts debts() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Debts.of(books.documents().all(), books.sums(), today);
  }

  /** Balances come with pages and with single contacts. */
  private ObjectNode withBalances(Contact contact, Debts debts) {
    Money none = Money.zero(company.currency());
    ObjectNode json = XeroContactJson.of(contact);
    ObjectNode receivable = json.putObject("Balances").putObject("AccountsReceivable");
    Money open = debts.open().getOrDefault(contact.id(), none);
    receivable.put("Outstanding", Json.number(open));
    Money overdue = debts.overdue().getOrDefault(contact.id(), none);
    receivable.put("Overdue", Json.number(overdue));
    return json;
  }

  private ObjectNode write(ObjectNode sent) {
    Optional<Contact> known = XeroBody.id(sent, "ContactID").flatMap(books.contacts()::find);
    Contact contact =
        known.isPresent()
            ? books.changeContact(known.get().id(), old -> changed(old, sent))
            : books.addContact(customer(sent, null));
    return XeroContactJson.of(contact);
  }

  private static Contact changed(Contact old, ObjectNode sent) {
    Contact other = old.with(customer(sent, old.customer()));
    return "ARCHIVED".equals(sent.path("ContactStatus").asText()) ? other.archive() : other;
  }

  private static Customer customer(JsonNode sent, @Nullable Customer old) {
    String name =
        XeroBody.text(sent, "Name")
            .or(() -> Optional.ofNullable(old).map(Customer::name))
            .orElseThrow(() -> new Refusal(400, "The Contact Name must be specified"));
    return new Customer(
        "",
        XeroBody.text(sent, "ContactNumber").orElse(old == null ? null : old.number()),
        name,
        XeroBody.text(sent, "EmailAddress").orElse(old == null ? null : old.email()),
        old == null ? null : old.phone(),
        old == null ? null : old.address(),
        old == null ? null : old.language(),
        XeroBody.text(sent, "TaxNumber").orElse(old == null ? null : old.vatNumber()),
        XeroBody.text(sent, "CompanyNumber").orElse(old == null ? null : old.registrationNumber()),
        old == null ? List.of() : old.ibans(),
        null,
        List.of(),
        null,
        old == null ? null : old.paymentTermDays(),
        null);
  }

  static List<String> ids(Optional<String> list) {
    return list.map(
            text ->
                Arrays.stream(text.split(",", -1))
                    .map(id -> id.strip().toLowerCase(Locale.ROOT))
                    .toList())
        .orElse(List.of());
  }
}
