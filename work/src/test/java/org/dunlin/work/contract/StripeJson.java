package org.dunlin.work.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dunlin.work.contract.StripeBooks.Customer;
import org.dunlin.work.contract.StripeBooks.Event;
import org.dunlin.work.contract.StripeBooks.Invoice;
import org.dunlin.work.contract.StripeBooks.Paid;

/** The objects of Stripe's API, as version 2023-08-16 shows them, and payments as 2025 does. */
final class StripeJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StripeJson() {}

  static ObjectNode customer(Customer customer) {
    return JSON.objectNode()
        .put("id", customer.id)
        .put("object", "customer")
        .put("created", customer.created)
        .put("livemode", false)
        .putNull("email")
        .put("name", customer.name)
        .putNull("phone");
  }

  static ObjectNode invoice(Invoice invoice) {
    boolean done = invoice.status.equals("paid");
    long left = done && !invoice.paidOutOfBand ? 0 : invoice.total - invoice.paid();
    ObjectNode object =
        JSON.objectNode()
            .put("id", invoice.id)
            .put("object", "invoice")
            .put("amount_due", invoice.total)
            .put("amount_paid", invoice.paid())
            .put("amount_remaining", left)
            .put("created", invoice.created)
            .put("currency", "eur")
            .put("customer", invoice.customer.id)
            .putNull("customer_email")
            .put("customer_name", invoice.customerName)
            .putNull("custom_fields")
            .put("due_date", invoice.due())
            .putNull("effective_at")
            .put("hosted_invoice_url", "https://invoice.stripe.com/i/" + invoice.id)
            .put("invoice_pdf", "https://pay.stripe.com/invoice/" + invoice.id + "/pdf")
            .put("livemode", false)
            .put("number", invoice.number)
            .put("paid", done)
            .put("paid_out_of_band", invoice.paidOutOfBand)
            .put("status", invoice.status)
            .put("total", invoice.total);
    ObjectNode metadata = object.putObject("metadata");
    invoice.metadata.forEach(metadata::put);
    ObjectNode transitions = object.putObject("status_transitions");
    transitions.put("finalized_at", invoice.created);
    transitions.putNull("marked_uncollectible_at").putNull("voided_at");
    transitions.set("paid_at", done ? JSON.numberNode(invoice.paidAt) : JSON.nullNode());
    return object;
  }

  /** A payment of an invoice; its payment intent whole where that is asked for. */
  static ObjectNode payment(Invoice invoice, Paid paid, boolean expanded) {
    ObjectNode object =
        JSON.objectNode()
            .put("id", paid.id())
            .put("object", "invoice_payment")
            .put("amount_paid", paid.cents())
            .put("amount_requested", paid.cents())
            .put("created", paid.at())
            .put("currency", "eur")
            .put("invoice", invoice.id)
            .put("is_default", false)
            .put("livemode", false)
            .put("status", "paid");
    ObjectNode payment = object.putObject("payment").put("type", "payment_intent");
    if (expanded) {
      payment.set("payment_intent", intent(paid));
    } else {
      payment.put("payment_intent", paid.intent());
    }
    object.putObject("status_transitions").putNull("canceled_at").put("paid_at", paid.at());
    return object;
  }

  private static ObjectNode intent(Paid paid) {
    ObjectNode intent =
        JSON.objectNode()
            .put("id", paid.intent())
            .put("object", "payment_intent")
            .put("amount", paid.cents())
            .put("amount_received", paid.cents())
            .put("currency", "eur")
            .put("status", "succeeded")
            .putNull("latest_charge");
    intent.putArray("payment_method_types").add("customer_balance");
    return intent;
  }

  static ObjectNode event(Event event) {
    ObjectNode object =
        JSON.objectNode()
            .put("id", event.id())
            .put("object", "event")
            .put("api_version", "2023-08-16")
            .put("created", event.created())
            .put("livemode", false)
            .put("pending_webhooks", 1)
            .put("type", event.type());
    object.putObject("data").set("object", about(event));
    return object;
  }

  private static ObjectNode about(Event event) {
    return event.about() instanceof Invoice invoice
        ? invoice(invoice)
        : customer((Customer) event.about());
  }

  static ObjectNode error(String type, String code, String message) {
    ObjectNode body = JSON.objectNode();
    body.putObject("error").put("type", type).put("code", code).put("message", message);
    return body;
  }
}
