package org.dunlin.work.contract.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers, invoices and payments of one company in release 18. */
final class OdooBooks {
  static final String MOVE = "account.move";
  static final String PAYMENT = "account.payment";
  static final String PARTNER = "res.partner";
  static final String ATTACHMENT = "ir.attachment";
  static final String WIZARD = "account.payment.register";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  final OdooTables tables =
      new OdooTables(MOVE, PAYMENT, PARTNER, WIZARD, "mail.message", ATTACHMENT);
  private final Map<String, Integer> partners = new LinkedHashMap<>();

  void sell(String number, String customer, String total) {
    JsonNode partner = link(partner(customer));
    ObjectNode move = move(number, "out_invoice", partner);
    move.put("invoice_date", today()).put("invoice_date_due", plus(30)).put("date", today());
    move.put("amount_total", new BigDecimal(total)).put("amount_residual", new BigDecimal(total));
    move.put("payment_state", "not_paid").put("payment_reference", number);
    paper(number, tables.add(MOVE, move));
  }

  /** The document that Odoo keeps of an invoice once it was printed or sent. */
  private void paper(String number, ObjectNode move) {
    ObjectNode paper = JSON.objectNode().put("name", number + ".pdf").put("res_model", MOVE);
    paper.set("res_id", move.path("id"));
    paper.put("res_field", "invoice_pdf_report_file").put("mimetype", "application/pdf");
    paper.put("datas", ("%PDF-1.4 " + number).getBytes(StandardCharsets.US_ASCII));
    ObjectNode unused = tables.add(ATTACHMENT, paper);
  }

  private ObjectNode partner(String customer) {
    Integer id = partners.get(customer);
    if (id != null) {
      return tables.find(PARTNER, id).orElseThrow();
    }
    ObjectNode partner = JSON.objectNode().put("name", customer).put("is_company", true);
    for (String empty :
        List.of(
            "ref",
            "email",
            "phone",
            "street",
            "street2",
            "zip",
            "city",
            "country_code",
            "vat",
            "company_registry")) {
      partner.put(empty, false);
    }
    partner.put("lang", "en_US").put("customer_rank", 1).put("active", true);
    ObjectNode added = tables.add(PARTNER, partner);
    partners.put(customer, added.path("id").asInt());
    return added;
  }

  private static ArrayNode link(ObjectNode row) {
    return JSON.arrayNode().add(row.path("id")).add(row.path("name"));
  }

  private static ObjectNode move(String name, String type, JsonNode partner) {
    ObjectNode move = JSON.objectNode().put("name", name).put("move_type", type);
    move.put("state", "posted").put("posted_before", true);
    move.set("partner_id", partner.deepCopy());
    move.set("commercial_partner_id", partner.deepCopy());
    move.set("invoice_partner_display_name", partner.get(1));
    move.set("currency_id", JSON.arrayNode().add(1).add("EUR"));
    move.set("company_id", JSON.arrayNode().add(1).add("Acme B.V."));
    move.put("ref", false).put("statement_line_id", false).put("access_token", false);
    move.put("access_url", "/my/invoices").put("invoice_payments_widget", false);
    move.putArray("reversal_move_ids");
    return move;
  }

  ObjectNode invoice(String number) {
    return tables
        .all(MOVE)
        .filter(each -> each.path("name").asText().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** A payment that is posted and reconciled with an invoice. */
  ObjectNode pay(ObjectNode invoice, BigDecimal amount, String date, JsonNode memo) {
    ObjectNode entry = move("PBNK1", "entry", invoice.path("partner_id"));
    entry.put("date", date).put("amount_total", amount).put("payment_state", "not_paid");
    entry.put("payment_reference", false).put("amount_residual", BigDecimal.ZERO);
    entry.put("invoice_date", false).put("invoice_date_due", false);
    JsonNode move = link(tables.add(MOVE, entry));
    ObjectNode payment = JSON.objectNode().put("name", "PBNK1").put("date", date);
    payment.put("amount", amount).put("payment_type", "inbound").put("partner_type", "customer");
    payment.put("state", "paid").put("payment_method_code", "manual");
    payment.put("payment_reference", false);
    payment.set("memo", memo);
    payment.set("move_id", move);
    for (String same : List.of("partner_id", "currency_id", "company_id")) {
      payment.set(same, invoice.path(same).deepCopy());
    }
    ObjectNode made = tables.add(PAYMENT, payment);
    ObjectNode line = content(invoice).addObject();
    line.put("amount", amount).put("date", date).put("is_exchange", false);
    line.put("account_payment_id", made.path("id").asInt());
    line.set("move_id", move.get(0));
    open(invoice, amount.negate());
    return made;
  }

  private static ArrayNode content(ObjectNode invoice) {
    if (!invoice.path("invoice_payments_widget").isObject()) {
      ObjectNode widget = invoice.putObject("invoice_payments_widget").put("title", "Less Payment");
      widget.put("outstanding", false).putArray("content");
    }
    return (ArrayNode) invoice.path("invoice_payments_widget").path("content");
  }

  private void open(ObjectNode invoice, BigDecimal more) {
    BigDecimal residual = invoice.path("amount_residual").decimalValue().add(more);
    boolean whole = residual.compareTo(invoice.path("amount_total").decimalValue()) == 0;
    invoice.put("amount_residual", residual);
    invoice.put("payment_state", residual.signum() == 0 ? "paid" : whole ? "not_paid" : "partial");
    ObjectNode unused = tables.written(invoice);
  }

  /** The last payment is cancelled. */
  void unpay(ObjectNode invoice) {
    ArrayNode content = content(invoice);
    unpay(invoice, content, content.size() - 1);
  }

  private void unpay(ObjectNode invoice, ArrayNode content, int place) {
    JsonNode gone = content.remove(place);
    if (content.isEmpty()) {
      invoice.put("invoice_payments_widget", false);
    }
    ObjectNode payment =
        tables.find(PAYMENT, gone.path("account_payment_id").asInt()).orElseThrow();
    ObjectNode unused = tables.written(payment.put("state", "canceled"));
    open(invoice, gone.path("amount").decimalValue());
  }

  /** A payment is cancelled, and its reconciliation with an invoice goes. */
  void cancelPayment(ObjectNode payment) {
    for (ObjectNode invoice : tables.all(MOVE).toList()) {
      JsonNode content = invoice.path("invoice_payments_widget").path("content");
      for (int place = 0; place < content.size(); place++) {
        if (content.path(place).path("account_payment_id").equals(payment.path("id"))) {
          unpay(invoice, (ArrayNode) content, place);
          return;
        }
      }
    }
    throw new OdooError("odoo.exceptions.UserError", "Only posted payments are cancelled here.");
  }

  void cancel(ObjectNode invoice) {
    ObjectNode unused = tables.written(invoice.put("state", "cancel"));
  }

  void rename(String customer, String name) {
    int id = Optional.ofNullable(partners.get(customer)).orElseThrow();
    ObjectNode unused = tables.written(partner(customer).put("name", name));
    tables
        .all(MOVE)
        .filter(each -> each.at("/partner_id/0").asInt() == id)
        .forEach(
            each -> {
              each.set("partner_id", link(partner(customer)));
              each.set("commercial_partner_id", link(partner(customer)));
            });
  }

  int payments(ObjectNode invoice) {
    return invoice.path("invoice_payments_widget").path("content").size();
  }

  static String today() {
    return plus(0);
  }

  private static String plus(int days) {
    return LocalDate.now(Clock.systemUTC()).plusDays(days).toString();
  }
}
