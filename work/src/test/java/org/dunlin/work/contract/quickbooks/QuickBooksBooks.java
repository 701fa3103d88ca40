package org.dunlin.work.contract.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.dunlin.work.contract.Ticks;

/**
 * The entities of one company, as they stand in replies. Moments are whole seconds in Mountain
 * View.
 */
final class QuickBooksBooks {
  static final String CUSTOMER = "Customer";
  static final String INVOICE = "Invoice";
  static final String PAYMENT = "Payment";
  static final String CREDIT_MEMO = "CreditMemo";

  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZONE);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Ticks ticks = Ticks.ofSeconds();
  private final Map<String, Map<Integer, ObjectNode>> entities = new LinkedHashMap<>();
  private final Map<String, String> customers = new LinkedHashMap<>();
  private final List<Deleted> deleted = new ArrayList<>();
  private int ids = 100;

  /** What was deleted, and when. */
  record Deleted(String entity, String id, Instant at) {}

  QuickBooksBooks() {
    for (String entity : new String[] {CUSTOMER, INVOICE, PAYMENT, CREDIT_MEMO}) {
      entities.put(entity, new TreeMap<>());
    }
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  /** The entities of a kind, in the order of their ids; empty where there is no such kind. */
  Optional<Collection<ObjectNode>> all(String entity) {
    return Optional.ofNullable(entities.get(entity)).map(Map::values);
  }

  Optional<ObjectNode> find(String entity, String id) {
    return Optional.ofNullable(entities.get(entity)).map(all -> all.get(Integer.parseInt(id)));
  }

  private Map<Integer, ObjectNode> table(String entity) {
    return Objects.requireNonNull(entities.get(entity), entity);
  }

  List<Deleted> deletedSince(String entity, Instant since) {
    return deleted.stream()
        .filter(each -> each.entity().equals(entity) && !each.at().isBefore(since))
        .toList();
  }

  ObjectNode invoice(String number) {
    return table(INVOICE).values().stream()
        .filter(each -> each.path("DocNumber").asText().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** The payments that settle an invoice, oldest first. */
  List<ObjectNode> paymentsOf(ObjectNode invoice) {
    String id = invoice.path("Id").asText();
    return table(PAYMENT).values().stream()
        .filter(each -> each.at("/Line/0/LinkedTxn/0/TxnId").asText().equals(id))
        .toList();
  }

  void sell(String number, String customer, String total) {
    String payer = customers.computeIfAbsent(customer, this::addCustomer);
    ObjectNode invoice = JSON.objectNode();
    invoice.put("DocNumber", number);
    invoice.put("TxnDate", today().toString());
    invoice.put("DueDate", today().plusDays(30).toString());
    invoice.putObject("CustomerRef").put("value", payer).put("name", customer);
    invoice.putObject("CurrencyRef").put("value", "EUR").put("name", "Euro");
    ObjectNode line = invoice.putArray("Line").addObject();
    line.put("Id", "1").put("LineNum", 1).put("Amount", new BigDecimal(total));
    line.put("DetailType", "SalesItemLineDetail");
    line.putObject("SalesItemLineDetail").putObject("ItemRef").put("value", "1");
    invoice.putArray("LinkedTxn");
    invoice.put("TotalAmt", new BigDecimal(total)).put("Balance", new BigDecimal(total));
    add(INVOICE, invoice);
  }

  private String addCustomer(String name) {
    ObjectNode customer = JSON.objectNode().put("Taxable", true).put("Job", false);
    customer.put("DisplayName", name).put("FullyQualifiedName", name).put("CompanyName", name);
    customer.put("Active", true).put("Balance", BigDecimal.ZERO);
    customer.putObject("CurrencyRef").put("value", "EUR").put("name", "Euro");
    return add(CUSTOMER, customer).path("Id").asText();
  }

  /** The customer has another name, which all documents show from now on; they do not change. */
  void rename(String customer, String name) {
    String id = Optional.ofNullable(customers.get(customer)).orElseThrow();
    ObjectNode renamed = find(CUSTOMER, id).orElseThrow();
    renamed.put("DisplayName", name).put("FullyQualifiedName", name).put("CompanyName", name);
    changed(renamed);
    for (String documents : new String[] {INVOICE, PAYMENT}) {
      for (ObjectNode each : table(documents).values()) {
        if (each.at("/CustomerRef/value").asText().equals(id)) {
          ((ObjectNode) each.path("CustomerRef")).put("name", name);
        }
      }
    }
  }

  /** A payment of one invoice, entered by a person. */
  ObjectNode pay(ObjectNode invoice, BigDecimal amount) {
    ObjectNode payment = JSON.objectNode();
    payment.set("CustomerRef", invoice.path("CustomerRef").deepCopy());
    payment.put("TotalAmt", amount);
    linked(payment, invoice.path("Id").asText(), amount);
    return enter(payment);
  }

  static void linked(ObjectNode payment, String invoice, BigDecimal amount) {
    ObjectNode line = payment.withArrayProperty("Line").addObject().put("Amount", amount);
    line.putArray("LinkedTxn").addObject().put("TxnId", invoice).put("TxnType", INVOICE);
  }

  /** A payment is there, and its invoice is open for that much less. */
  ObjectNode enter(ObjectNode payment) {
    if (!payment.has("TxnDate")) {
      payment.put("TxnDate", today().toString());
    }
    payment.putObject("CurrencyRef").put("value", "EUR").put("name", "Euro");
    payment.put("UnappliedAmt", BigDecimal.ZERO).put("ProcessPayment", false);
    payment.putArray("LinkedTxn");
    ObjectNode made = add(PAYMENT, payment);
    for (JsonNode line : payment.path("Line")) {
      ObjectNode invoice = find(INVOICE, line.at("/LinkedTxn/0/TxnId").asText()).orElseThrow();
      invoice.put("Balance", invoice.path("Balance").decimalValue().subtract(amount(line)));
      invoice
          .withArrayProperty("LinkedTxn")
          .addObject()
          .put("TxnId", made.path("Id").asText())
          .put("TxnType", PAYMENT);
      changed(invoice);
    }
    return made;
  }

  /** A payment is deleted, and its invoice is open for that much more. */
  void unpay(ObjectNode invoice) {
    ObjectNode payment = paymentsOf(invoice).getLast();
    String id = payment.path("Id").asText();
    delete(PAYMENT, payment);
    BigDecimal back = amount(payment.path("Line").get(0));
    invoice.put("Balance", invoice.path("Balance").decimalValue().add(back));
    ArrayNode links = invoice.withArrayProperty("LinkedTxn");
    links.removeIf(each -> each.path("TxnId").asText().equals(id));
    changed(invoice);
  }

  /** It stays as a payment of nothing, which settles nothing. */
  void voidPayment(ObjectNode payment) {
    String id = payment.path("Id").asText();
    for (JsonNode line : payment.path("Line")) {
      ObjectNode invoice = find(INVOICE, line.at("/LinkedTxn/0/TxnId").asText()).orElseThrow();
      BigDecimal back = amount(line);
      invoice.put("Balance", invoice.path("Balance").decimalValue().add(back));
      invoice
          .withArrayProperty("LinkedTxn")
          .removeIf(each -> each.path("TxnId").asText().equals(id));
      changed(invoice);
    }
    payment.put("TotalAmt", BigDecimal.ZERO).put("PrivateNote", "Voided");
    payment.putArray("Line");
    changed(payment);
  }

  void voidInvoice(ObjectNode invoice) {
    invoice.put("TotalAmt", BigDecimal.ZERO).put("Balance", BigDecimal.ZERO);
    invoice.put("PrivateNote", "Voided");
    invoice.path("Line").forEach(line -> ((ObjectNode) line).put("Amount", BigDecimal.ZERO));
    changed(invoice);
  }

  void delete(String entity, ObjectNode object) {
    table(entity).remove(object.path("Id").asInt());
    deleted.add(new Deleted(entity, object.path("Id").asText(), ticks.next()));
  }

  private static BigDecimal amount(JsonNode line) {
    return line.path("Amount").decimalValue();
  }

  private ObjectNode add(String entity, ObjectNode object) {
    int id = ++ids;
    object.put("domain", "QBO").put("sparse", false).put("Id", Integer.toString(id));
    object.put("SyncToken", "-1");
    object.putObject("MetaData").put("CreateTime", time(ticks.next()));
    table(entity).put(id, object);
    changed(object);
    return object;
  }

  /** An entity says that it was changed now. */
  void changed(ObjectNode object) {
    object.put("SyncToken", Integer.toString(object.path("SyncToken").asInt() + 1));
    ((ObjectNode) object.path("MetaData")).put("LastUpdatedTime", time(ticks.next()));
  }

  private static LocalDate today() {
    return LocalDate.now(Clock.systemUTC());
  }
}
