package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;

/** {@code /BankTransactions}: money that was spent from a bank account, or received on it. */
final class XeroBankTransactions {
  private static final Set<String> TYPES = Set.of("SPEND", "RECEIVE");
  private static final Set<String> BANKS =
      Set.of(XeroCompany.BANK_ACCOUNT, XeroCompany.CLEARING_ACCOUNT);

  private final XeroCompany company;
  private final XeroEnvelope envelope;
  private final List<ObjectNode> made = new ArrayList<>();

  XeroBankTransactions(XeroCompany company, XeroEnvelope envelope) {
    this.company = company;
    this.envelope = envelope;
  }

  void serve(XeroApi api) {
    api.get("/BankTransactions", this::list);
    api.write(
        "/BankTransactions",
        ask -> XeroBody.written(ask, envelope, "BankTransactions", this::make));
  }

  private synchronized Reply list(Ask ask) {
    XeroWhere wanted = XeroWhere.of(ask.query("where").orElse(""));
    ArrayNode found = Json.array();
    made.stream().filter(wanted::fits).forEach(found::add);
    return envelope.of("BankTransactions", found);
  }

  private synchronized ObjectNode make(ObjectNode sent) {
    String type = XeroBody.needed(sent, "Type");
    if (!TYPES.contains(type)) {
      throw new Refusal(400, "Type " + type + " is not played");
    }
    String bank =
        code(sent.path("BankAccount"), BANKS)
            .orElseThrow(() -> new Refusal(400, "Account could not be found"));
    BigDecimal total = BigDecimal.ZERO;
    ArrayNode lines = Json.array();
    for (JsonNode line : sent.path("LineItems")) {
      XeroBody.needed(line, "Description");
      String account =
          XeroBody.text(line, "AccountCode")
              .filter(XeroCompany.FEE_ACCOUNT::equals)
              .orElseThrow(() -> new Refusal(400, "Account code is not a valid code"));
      BigDecimal amount =
          line.path("UnitAmount").decimalValue().multiply(line.path("Quantity").decimalValue());
      total = total.add(amount);
      lines.addObject().put("AccountCode", account).put("LineAmount", amount);
    }
    if (total.signum() <= 0) {
      throw new Refusal(400, "The total amount must be more than zero");
    }
    ObjectNode json = Json.object();
    json.put("BankTransactionID", UUID.randomUUID().toString());
    json.put("Type", type);
    json.put("Status", "AUTHORISED");
    json.put("Reference", XeroBody.text(sent, "Reference").orElse(""));
    json.put("Date", XeroFormats.date(XeroFormats.date(XeroBody.needed(sent, "Date"))));
    json.put("LineAmountTypes", XeroBody.text(sent, "LineAmountTypes").orElse("Exclusive"));
    json.put("CurrencyCode", company.currency().getCode());
    json.put("Total", total);
    json.putObject("Contact").put("Name", XeroBody.needed(sent.path("Contact"), "Name"));
    json.putObject("BankAccount")
        .put("Code", bank)
        .put("AccountID", company.account(bank).toString());
    json.set("LineItems", lines);
    made.add(json);
    return json;
  }

  private Optional<String> code(JsonNode account, Set<String> known) {
    return known.stream()
        .filter(
            code ->
                XeroBody.text(account, "Code").filter(code::equals).isPresent()
                    || XeroBody.id(account, "AccountID")
                        .filter(company.account(code)::equals)
                        .isPresent())
        .findFirst();
  }
}
