package org.dunlin.work.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.contract.LexwareBooks.Contact;
import org.dunlin.work.contract.LexwareBooks.Payment;
import org.dunlin.work.contract.LexwareBooks.Voucher;

/** What the public API of Lexware Office answers; pages count from 0. */
final class LexwareApi {
  private static final int MOST = 250;
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(LexwareBooks.ZONE);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final LexwareBooks books;
  private final Function<String, byte[]> paper;
  private final Map<String, ObjectNode> subscriptions = new LinkedHashMap<>();

  /** Over these books; the paper of an invoice by its number. */
  LexwareApi(LexwareBooks books, Function<String, byte[]> paper) {
    this.books = books;
    this.paper = paper;
  }

  HttpReply answer(HttpCall call) {
    String[] path = call.address().getPath().split("/");
    boolean one = path.length == 4;
    return switch (path[2]) {
      case "contacts" -> one ? found(contact(path[3])) : contacts(Calls.query(call));
      case "voucherlist" -> vouchers(Calls.query(call));
      case "invoices" ->
          found(books.voucherOf(path[3]).map(one ? LexwareApi::invoice : LexwareApi::document));
      case "files" -> file(path[3]);
      case "payments" -> found(books.voucherOf(path[3]).map(LexwareApi::payments));
      case "event-subscriptions" ->
          one
              ? unsubscribed(path[3])
              : call.method().equals("GET") ? subscriptions() : subscribed(call);
      default -> notFound();
    };
  }

  private static HttpReply found(Optional<ObjectNode> object) {
    return object.map(each -> Replies.json(200, each)).orElseGet(LexwareApi::notFound);
  }

  private static HttpReply notFound() {
    return Replies.json(404, JSON.objectNode().put("status", 404).put("error", "Not Found"));
  }

  private HttpReply subscribed(HttpCall call) {
    String id = UUID.randomUUID().toString();
    ObjectNode subscription = JSON.objectNode().put("subscriptionId", id);
    subscription.setAll((ObjectNode) Replies.json(call.body()));
    subscriptions.put(id, subscription);
    return Replies.json(201, JSON.objectNode().put("id", id));
  }

  private HttpReply subscriptions() {
    ObjectNode list = JSON.objectNode();
    list.putArray("content").addAll(subscriptions.values());
    return Replies.json(200, list);
  }

  private HttpReply unsubscribed(String id) {
    return subscriptions.remove(id) != null
        ? new HttpReply(204, Map.of(), new byte[0])
        : notFound();
  }

  /** How many event subscriptions stand. */
  int standing() {
    return subscriptions.size();
  }

  /** The file of an invoice is known by the invoice here. */
  private static ObjectNode document(Voucher voucher) {
    return JSON.objectNode().put("documentFileId", voucher.id());
  }

  private HttpReply file(String id) {
    return books
        .voucherOf(id)
        .map(each -> new HttpReply(200, Map.of(), paper.apply(each.number())))
        .orElseGet(LexwareApi::notFound);
  }

  private HttpReply contacts(Map<String, String> query) {
    List<Contact> named =
        books.contacts().stream().sorted(Comparator.comparing(Contact::name)).toList();
    return page(named, query, LexwareApi::contact);
  }

  private Optional<ObjectNode> contact(String id) {
    return books.contacts().stream()
        .filter(each -> each.id().equals(id))
        .map(LexwareApi::contact)
        .findFirst();
  }

  private static ObjectNode contact(Contact contact) {
    ObjectNode object =
        JSON.objectNode()
            .put("id", contact.id())
            .put("organizationId", LexwareBooks.ORGANISATION)
            .put("version", contact.version());
    object.putObject("roles").putObject("customer").put("number", contact.number());
    object.putObject("company").put("name", contact.name());
    return object.put("archived", false);
  }

  private HttpReply vouchers(Map<String, String> query) {
    if (!query.containsKey("voucherType") || !query.containsKey("voucherStatus")) {
      return Replies.json(400, JSON.objectNode().put("message", "voucherType is required"));
    }
    Set<String> states = Set.of(query.get("voucherStatus").split(","));
    Set<String> types = Set.of(query.get("voucherType").split(","));
    LocalDate from = LocalDate.parse(query.getOrDefault("updatedDateFrom", "1970-01-01"));
    List<Voucher> found =
        books.vouchers().stream()
            .filter(each -> types.contains("invoice") && states.contains(each.status()))
            .filter(each -> !each.updated().atZone(LexwareBooks.ZONE).toLocalDate().isBefore(from))
            .sorted(order(query.getOrDefault("sort", "voucherDate,DESC")))
            .toList();
    return page(found, query, LexwareApi::listed);
  }

  private static Comparator<Voucher> order(String sort) {
    String[] by = sort.split(",");
    Comparator<Voucher> order =
        switch (by[0]) {
          case "updatedDate" -> Comparator.comparing(Voucher::updated);
          case "voucherDate", "createdDate" -> Comparator.comparing(Voucher::created);
          case "voucherNumber" -> Comparator.comparing(Voucher::number);
          default -> throw new IllegalArgumentException(sort);
        };
    return by[1].equals("ASC") ? order : order.reversed();
  }

  private static ObjectNode listed(Voucher voucher) {
    return JSON.objectNode()
        .put("id", voucher.id())
        .put("voucherType", "invoice")
        .put("voucherStatus", voucher.status())
        .put("voucherNumber", voucher.number())
        .put("voucherDate", date(voucher.created()))
        .put("createdDate", date(voucher.created()))
        .put("updatedDate", date(voucher.updated()))
        .put("dueDate", due(voucher))
        .put("contactId", voucher.contact().id())
        .put("contactName", voucher.name())
        .put("totalAmount", voucher.total())
        .put("openAmount", voucher.open())
        .put("currency", "EUR")
        .put("archived", false);
  }

  private static ObjectNode invoice(Voucher voucher) {
    ObjectNode invoice =
        JSON.objectNode()
            .put("id", voucher.id())
            .put("organizationId", LexwareBooks.ORGANISATION)
            .put("createdDate", date(voucher.created()))
            .put("updatedDate", date(voucher.updated()))
            .put("version", voucher.version())
            .put("language", "de")
            .put("archived", false)
            .put("voucherStatus", voucher.status())
            .put("voucherNumber", voucher.number())
            .put("voucherDate", date(voucher.created()))
            .put("dueDate", due(voucher));
    invoice
        .putObject("address")
        .put("contactId", voucher.contact().id())
        .put("name", voucher.name())
        .put("countryCode", "DE");
    invoice.putArray("lineItems");
    invoice.putObject("totalPrice").put("currency", "EUR").put("totalGrossAmount", voucher.total());
    invoice.putObject("taxConditions").put("taxType", "gross");
    return invoice;
  }

  private static ObjectNode payments(Voucher voucher) {
    ObjectNode payments =
        JSON.objectNode()
            .put("openAmount", voucher.status().equals("voided") ? BigDecimal.ZERO : voucher.open())
            .put("currency", "EUR")
            .put("paymentStatus", voucher.open().signum() == 0 ? "balanced" : "openRevenue")
            .put("voucherType", "invoice")
            .put("voucherStatus", voucher.status());
    ArrayNode items = payments.putArray("paymentItems");
    for (Payment each : voucher.payments()) {
      items
          .addObject()
          .put("paymentItemType", "manualPayment")
          .put("postingDate", date(each.on()))
          .put("amount", each.amount())
          .put("currency", "EUR");
    }
    return payments;
  }

  private static <T> HttpReply page(
      List<T> all, Map<String, String> query, Function<T, ObjectNode> object) {
    int size = Math.min(MOST, Integer.parseInt(query.getOrDefault("size", "25")));
    int number = Integer.parseInt(query.getOrDefault("page", "0"));
    List<T> here = all.stream().skip((long) number * size).limit(size).toList();
    int pages = (all.size() + size - 1) / size;
    ObjectNode page = JSON.objectNode();
    ArrayNode content = page.putArray("content");
    here.forEach(each -> content.add(object.apply(each)));
    return Replies.json(
        200,
        page.put("first", number == 0)
            .put("last", number >= pages - 1)
            .put("totalPages", pages)
            .put("totalElements", all.size())
            .put("numberOfElements", here.size())
            .put("size", size)
            .put("number", number));
  }

  private static String date(Instant moment) {
    return DATE_TIME.format(moment);
  }

  private static String due(Voucher voucher) {
    return date(voucher.created().plus(Duration.ofDays(14)));
  }
}
