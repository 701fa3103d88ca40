package org.dunlin.work.contract.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** What is called on models. */
final class OdooMethods {
  private static final int JOURNAL = 7;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final OdooBooks books;

  OdooMethods(OdooBooks books) {
    this.books = books;
  }

  /**
   * Calls.
   *
   * @param ids of the records on which it is called
   * @param arguments by their names
   */
  JsonNode call(String model, String method, JsonNode ids, JsonNode arguments) {
    return switch (model + "." + method) {
      case OdooBooks.WIZARD + ".create" -> wizard(arguments);
      case OdooBooks.WIZARD + ".action_create_payments" -> payment(ids.path(0).asInt());
      case OdooBooks.PAYMENT + ".action_cancel" -> cancelled(ids.path(0).asInt());
      default -> {
        if (!method.equals("search_read")) {
          throw new OdooError(
              "builtins.AttributeError",
              "The method '" + model + "." + method + "' does not exist");
        }
        yield books.tables.searchRead(model, arguments);
      }
    };
  }

  private JsonNode wizard(JsonNode arguments) {
    JsonNode context = arguments.path("context");
    JsonNode values = arguments.path("vals_list").path(0);
    if (!context.path("active_model").asText().equals(OdooBooks.MOVE)
        || context.path("active_ids").size() != 1) {
      throw new OdooError(
          "odoo.exceptions.UserError", "The register payment wizard needs account moves.");
    }
    if (values.path("journal_id").asInt() != JOURNAL) {
      throw new OdooError("odoo.exceptions.MissingError", "Record does not exist or was deleted.");
    }
    ObjectNode wizard = values.deepCopy();
    wizard.set("move", context.path("active_ids").path(0));
    return JSON.arrayNode().add(books.tables.add(OdooBooks.WIZARD, wizard).path("id"));
  }

  private JsonNode cancelled(int id) {
    ObjectNode payment =
        books
            .tables
            .find(OdooBooks.PAYMENT, id)
            .orElseThrow(
                () -> new OdooError("odoo.exceptions.MissingError", "Record does not exist."));
    books.cancelPayment(payment);
    return JSON.nullNode();
  }

  private JsonNode payment(int id) {
    ObjectNode wizard =
        books
            .tables
            .find(OdooBooks.WIZARD, id)
            .orElseThrow(
                () -> new OdooError("odoo.exceptions.MissingError", "The wizard has gone."));
    ObjectNode invoice =
        books.tables.find(OdooBooks.MOVE, wizard.path("move").asInt()).orElseThrow();
    BigDecimal amount = wizard.path("amount").decimalValue();
    if (amount.compareTo(invoice.path("amount_residual").decimalValue()) > 0) {
      throw new OdooError("odoo.exceptions.UserError", "There is nothing left to pay.");
    }
    ObjectNode made =
        books.pay(
            invoice, amount, wizard.path("payment_date").asText(), wizard.path("communication"));
    ObjectNode action = JSON.objectNode().put("name", "Payments");
    action.put("type", "ir.actions.act_window").put("res_model", OdooBooks.PAYMENT);
    action.put("view_mode", "form").put("res_id", made.path("id").asInt());
    return action;
  }
}
