package org.dunlin.work.tell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.message.ReminderNote;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.Source;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.ledger.WriteBacks.ToTakeBack;
import org.dunlin.work.Reference;
import org.joda.money.Money;

/**
 * What a write-back is made from, as JSON with canonical records (docs/programs.md, Effects).
 * Invoice and customer bear the program's ids there, since it is the program that is told.
 */
final class WriteBackPayloads {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;

  WriteBackPayloads(Stores stores) {
    this.stores = stores;
  }

  String allocated(UUID effectId, String companyId, DocumentState state, Allocation line) {
    ObjectNode payload =
        begin(effectId, WriteBack.PAYMENT, companyId, state.invoice(), state.invoice());
    UUID payment = UUID.fromString(Objects.requireNonNull(line.paymentId()));
    stores
        .payments()
        .find(companyId, payment)
        .ifPresent(found -> payload.set("payment", tree(found.payment())));
    ObjectNode allocation = tree(line);
    allocation.put("invoiceId", source(state.invoice()).id());
    payload.set("allocation", allocation);
    return payload.toString();
  }

  /** What takes back what an effect had the program book. */
  String takenBack(UUID effectId, String companyId, DocumentState state, ToTakeBack booked) {
    ObjectNode payload =
        begin(effectId, WriteBack.PAYMENT_REVERSAL, companyId, state.invoice(), state.invoice());
    ObjectNode reversal =
        payload
            .putObject("reversal")
            .put("effect", booked.effectId().toString())
            .put("reference", booked.reference());
    stores
        .payments()
        .find(companyId, booked.returnedBy())
        .ifPresent(back -> reversal.put("date", String.valueOf(back.payment().bookingDate())));
    return payload.toString();
  }

  String reminded(UUID effectId, Company company, DocumentState state, Action action) {
    ObjectNode payload =
        begin(effectId, WriteBack.NOTE, company.id(), state.invoice(), state.invoice());
    Money asked =
        action.items().stream()
            .filter(item -> item.invoiceId().equals(state.invoice().id()))
            .map(ActionItem::amount)
            .reduce(Money.zero(state.invoice().currency()), Money::plus);
    ReminderNote note = ReminderNote.of(company, action, asked);
    payload.putObject("note").put("subject", note.subject()).put("text", note.text());
    return payload.toString();
  }

  String linked(UUID effectId, String companyId, DocumentState state, PaymentLink link) {
    ObjectNode payload =
        begin(effectId, WriteBack.PAYMENT_LINK, companyId, state.invoice(), state.invoice());
    payload.set("link", tree(link));
    return payload.toString();
  }

  String standing(UUID effectId, String companyId, DocumentState state) {
    return begin(
            effectId,
            WriteBack.STATUS,
            companyId,
            state.invoice(),
            StatusMessages.asTheHubSeesIt(state))
        .toString();
  }

  private ObjectNode begin(
      UUID effectId, WriteBack kind, String companyId, Invoice invoice, Invoice shown) {
    Source source = source(invoice);
    ObjectNode payload = JSON.createObjectNode();
    payload
        .putObject("effect")
        .put("id", effectId.toString())
        .put("kind", kind.name().toLowerCase(Locale.ROOT))
        .put("reference", Reference.of(effectId));
    payload.put("key", source.id());
    UUID known =
        stores
            .customerLinks()
            .ofConnection(companyId, UUID.fromString(invoice.customerId()), source.connection());
    Customer customer = stores.customers().find(companyId, known).orElseThrow();
    Source ofCustomer = customer.source();
    String customerId = ofCustomer == null ? customer.id() : ofCustomer.id();
    payload.set("invoice", tree(shown).put("id", source.id()).put("customerId", customerId));
    payload.set("customer", tree(customer).put("id", customerId));
    return payload;
  }

  private static Source source(Invoice invoice) {
    return Objects.requireNonNull(invoice.source(), "an invoice of a program has a source");
  }

  private static ObjectNode tree(CanonicalRecord record) {
    try {
      JsonNode tree = JSON.readTree(CanonicalWriter.line(record));
      return (ObjectNode) tree;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the canonical form is JSON", e);
    }
  }
}
