package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.books.Item;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.joda.money.Money;

/** The lines of an invoice, and the tax of each rate. */
final class MoneybirdDetails {
  private static final int MOST = 1000;

  private final MoneybirdCompany company;

  MoneybirdDetails(MoneybirdCompany company) {
    this.company = company;
  }

  void write(ObjectNode json, SalesDocument document) {
    ArrayNode details = json.putArray("details");
    int order = 0;
    for (Item item : document.draft().items()) {
      order++;
      details.add(detail(document, item, order));
    }
    ArrayNode totals = json.putArray("tax_totals");
    Map<BigDecimal, Money> byRate = new TreeMap<>();
    document.draft().items().forEach(i -> byRate.merge(i.taxPercent(), i.net(), Money::plus));
    byRate.forEach(
        (percent, net) -> {
          Money tax = net.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
          ObjectNode total = totals.addObject();
          total.put("tax_rate_id", rate(percent));
          amount(total, "taxable_amount", signed(document, net));
          amount(total, "tax_amount", signed(document, tax));
        });
  }

  private ObjectNode detail(SalesDocument document, Item item, int order) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(MoneybirdIds.FIRST + document.stamp().serial() * MOST + order));
    json.put("administration_id", company.administration());
    json.put("tax_rate_id", rate(item.taxPercent()));
    json.put("ledger_account_id", Long.toString(MoneybirdIds.FIRST - 6));
    json.putNull("project_id");
    json.putNull("product_id");
    json.put("amount", item.quantity().toPlainString() + " x");
    json.put("amount_decimal", item.quantity().toPlainString());
    json.put("description", item.description());
    json.put("price", MoneybirdFormats.amount(signed(document, item.price())));
    json.putNull("period");
    json.put("row_order", order);
    amount(json, "total_price_excl_tax_with_discount", signed(document, item.net()));
    json.putArray("tax_report_reference").add("NL/1a");
    json.putNull("mandatory_tax_text");
    json.put("created_at", MoneybirdFormats.moment(document.stamp().created()));
    json.put("updated_at", MoneybirdFormats.moment(document.stamp().changed()));
    return json;
  }

  private static void amount(ObjectNode json, String name, Money amount) {
    json.put(name, MoneybirdFormats.amount(amount));
    json.put(name + "_base", MoneybirdFormats.amount(amount));
  }

  private static String rate(BigDecimal percent) {
    return Long.toString(MoneybirdIds.FIRST - 100 - percent.intValue());
  }

  static Money signed(SalesDocument document, Money amount) {
    return document.isInvoice() ? amount : amount.negated();
  }
}
