package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dunlin.sandbox.program.Json;

/** {@code /Organisation} and {@code /Accounts}: whose books they are, and where money goes. */
final class XeroSettings {
  private final XeroCompany company;
  private final XeroEnvelope envelope;

  XeroSettings(XeroCompany company, XeroEnvelope envelope) {
    this.company = company;
    this.envelope = envelope;
  }

  void serve(XeroApi api) {
    api.get("/Organisation", ask -> envelope.one("Organisations", organisation()));
    api.get(
        "/Accounts",
        ask ->
            envelope.of(
                "Accounts",
                Json.array()
                    .add(account(XeroCompany.BANK_ACCOUNT, "Bank"))
                    .add(account(XeroCompany.CLEARING_ACCOUNT, "Payment provider"))));
  }

  private ObjectNode organisation() {
    ObjectNode json = Json.object();
    json.put("OrganisationID", company.tenant().toString());
    json.put("Name", company.name());
    json.put("LegalName", company.name());
    json.put("PaysTax", true);
    json.put("Version", "GLOBAL");
    json.put("OrganisationType", "COMPANY");
    json.put("BaseCurrency", company.currency().getCode());
    json.put("CountryCode", company.country());
    json.put("IsDemoCompany", true);
    json.put("OrganisationStatus", "ACTIVE");
    json.put("FinancialYearEndDay", 31);
    json.put("FinancialYearEndMonth", 12);
    json.put("ShortCode", "!dunLn");
    json.put("Edition", "BUSINESS");
    return json;
  }

  private ObjectNode account(String code, String name) {
    ObjectNode json = Json.object();
    json.put("AccountID", company.account(code).toString());
    json.put("Code", code);
    json.put("Name", name);
    json.put("Type", "BANK");
    json.put("Status", "ACTIVE");
    json.put("Class", "ASSET");
    json.put("CurrencyCode", company.currency().getCode());
    json.put("EnablePaymentsToAccount", true);
    return json;
  }
}
