package org.dunlin.work.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.contract.StripeBooks.Customer;
import org.dunlin.work.contract.StripeBooks.Event;
import org.dunlin.work.contract.StripeBooks.Invoice;
import org.dunlin.work.contract.StripeBooks.Paid;

/** What Stripe answers. The answer to an idempotency key is kept, and given again. */
final class StripeApi {
  private static final int MOST = 100;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final StripeBooks books;
  private final Map<String, HttpReply> answered = new HashMap<>();
  private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();

  private record Endpoint(String id, String url, String secret) {}

  StripeApi(StripeBooks books) {
    this.books = books;
  }

  /** With which notices are signed; empty before there is an endpoint. */
  String hookSecret() {
    return endpoints.values().stream().reduce((one, next) -> next).map(Endpoint::secret).orElse("");
  }

  HttpReply answer(HttpCall call) {
    String key = call.headers().get("idempotency-key");
    if (key == null || call.method().equals("GET")) {
      return answered(call);
    }
    return answered.computeIfAbsent(key, first -> answered(call));
  }

  /** Does it, and answers this now and whenever the same key comes. */
  HttpReply failsAfterMaking(HttpCall call, HttpReply failure) {
    HttpReply unused = answer(call);
    answered.put(call.headers().getOrDefault("idempotency-key", ""), failure);
    return failure;
  }

  private HttpReply answered(HttpCall call) {
    String[] path = call.address().getPath().split("/");
    Map<String, String> query = Calls.query(call);
    return switch (path[2]) {
      case "customers" -> path.length == 3 ? customers(query) : customer(path[3]);
      case "invoices" -> path.length == 3 ? invoices(query) : invoice(call, path);
      case "credit_notes" -> list(List.<Customer>of(), query, each -> "", StripeJson::customer);
      case "events" -> events(query);
      case "invoice_payments" -> payments(query);
      case "webhook_endpoints" ->
          path.length == 4
              ? endpointRemoved(path[3])
              : call.method().equals("GET") ? endpoints(query) : endpoint(call);
      default -> missing(call.address().getPath());
    };
  }

  private HttpReply customers(Map<String, String> query) {
    List<Customer> found =
        books.newestCustomers().stream().filter(each -> each.created >= since(query)).toList();
    return list(found, query, each -> each.id, StripeJson::customer);
  }

  private HttpReply customer(String id) {
    return books.newestCustomers().stream()
        .filter(each -> each.id.equals(id))
        .map(each -> Replies.json(200, StripeJson.customer(each)))
        .findFirst()
        .orElseGet(() -> missing(id));
  }

  private HttpReply invoices(Map<String, String> query) {
    List<Invoice> found =
        books.newestInvoices().stream().filter(each -> each.created >= since(query)).toList();
    return list(found, query, each -> each.id, StripeJson::invoice);
  }

  private HttpReply invoice(HttpCall call, String[] path) {
    return books
        .invoiceOf(path[3])
        .map(
            invoice -> {
              if (call.method().equals("POST")) {
                return path.length == 5 ? pay(invoice, call) : annotate(invoice, call);
              }
              return Replies.json(200, StripeJson.invoice(invoice));
            })
        .orElseGet(() -> missing(path[3]));
  }

  private HttpReply pay(Invoice invoice, HttpCall call) {
    if (!invoice.status.equals("open")) {
      return Replies.json(
          400,
          StripeJson.error("invalid_request_error", "invoice_already_paid", "It is paid already."));
    }
    if (!"true".equals(Calls.form(call).get("paid_out_of_band"))) {
      return Replies.json(402, StripeJson.error("card_error", "card_declined", "No card."));
    }
    books.payOutOfBand(invoice);
    return Replies.json(200, StripeJson.invoice(invoice));
  }

  private HttpReply annotate(Invoice invoice, HttpCall call) {
    Map<String, String> metadata = new TreeMap<>();
    Calls.form(call)
        .forEach((name, value) -> metadata.put(name.replaceAll("metadata\\[(.*)\\]", "$1"), value));
    books.annotate(invoice, metadata);
    return Replies.json(200, StripeJson.invoice(invoice));
  }

  private HttpReply events(Map<String, String> query) {
    Set<String> types =
        query.entrySet().stream()
            .filter(each -> each.getKey().startsWith("types["))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    List<Event> found =
        books.newestEvents().stream()
            .filter(each -> each.created() >= since(query))
            .filter(each -> types.isEmpty() || types.contains(each.type()))
            .toList();
    return list(found, query, Event::id, StripeJson::event);
  }

  private HttpReply payments(Map<String, String> query) {
    boolean expanded =
        query.values().stream().anyMatch(each -> each.startsWith("data.payment.payment_intent"));
    Invoice invoice = books.invoiceOf(query.getOrDefault("invoice", "")).orElse(null);
    List<Paid> found = invoice == null ? List.of() : invoice.payments.reversed();
    return list(
        found,
        query,
        Paid::id,
        each -> StripeJson.payment(Objects.requireNonNull(invoice), each, expanded));
  }

  private HttpReply endpoint(HttpCall call) {
    String url = Calls.form(call).getOrDefault("url", "");
    Endpoint made = new Endpoint(books.id("we"), url, books.id("whsec"));
    endpoints.put(made.id(), made);
    return Replies.json(200, json(made).put("secret", made.secret()));
  }

  private HttpReply endpoints(Map<String, String> query) {
    List<Endpoint> newest = List.copyOf(endpoints.values()).reversed();
    return list(newest, query, Endpoint::id, StripeApi::json);
  }

  /** The secret is told once, when the endpoint is made. */
  private static ObjectNode json(Endpoint endpoint) {
    return JSON.objectNode()
        .put("id", endpoint.id())
        .put("object", "webhook_endpoint")
        .put("status", "enabled")
        .put("url", endpoint.url());
  }

  private HttpReply endpointRemoved(String id) {
    return endpoints.remove(id) != null
        ? Replies.json(200, JSON.objectNode().put("id", id).put("deleted", true))
        : missing(id);
  }

  /** How many webhook endpoints stand. */
  int standing() {
    return endpoints.size();
  }

  private static long since(Map<String, String> query) {
    return Long.parseLong(query.getOrDefault("created[gte]", "0"));
  }

  /** The newest come first; a page goes on behind the object that is named. */
  private static <T> HttpReply list(
      List<T> all,
      Map<String, String> query,
      Function<T, String> id,
      Function<T, ObjectNode> json) {
    int limit = Math.min(MOST, Integer.parseInt(query.getOrDefault("limit", "10")));
    String after = query.get("starting_after");
    int from = after == null ? 0 : all.stream().map(id).toList().indexOf(after) + 1;
    if (after != null && from == 0) {
      return missing(after);
    }
    List<T> here = all.stream().skip(from).limit(limit).toList();
    ObjectNode page = JSON.objectNode().put("object", "list");
    ArrayNode data = page.putArray("data");
    here.forEach(each -> data.add(json.apply(each)));
    return Replies.json(200, page.put("has_more", from + here.size() < all.size()));
  }

  private static HttpReply missing(String id) {
    return Replies.json(
        404,
        StripeJson.error("invalid_request_error", "resource_missing", "No such object: " + id));
  }
}
