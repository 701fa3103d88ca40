package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;

/** {@code /PaymentServices} and the branding theme that shows them on invoices. */
final class XeroPaymentServices {
  private final XeroCompany company;
  private final XeroEnvelope envelope;
  private final Map<String, ObjectNode> services = new LinkedHashMap<>();
  private final Set<String> shown = new LinkedHashSet<>();

  XeroPaymentServices(XeroCompany company, XeroEnvelope envelope) {
    this.company = company;
    this.envelope = envelope;
  }

  void serve(XeroApi api) {
    api.get("/PaymentServices", ask -> list(services.keySet()));
    api.put(
        "/PaymentServices", ask -> XeroBody.written(ask, envelope, "PaymentServices", this::add));
    api.get("/BrandingThemes", ask -> envelope.one("BrandingThemes", theme()));
    api.get("/BrandingThemes/{id}/PaymentServices", ask -> list(shown));
    api.post(
        "/BrandingThemes/{id}/PaymentServices",
        ask -> XeroBody.written(ask, envelope, "PaymentServices", sent -> show(ask, sent)));
  }

  private synchronized Reply list(Set<String> ids) {
    return envelope.of("PaymentServices", Json.array(ids, services::get));
  }

  private synchronized ObjectNode add(ObjectNode sent) {
    ObjectNode service = Json.object();
    String id = UUID.randomUUID().toString();
    service.put("PaymentServiceID", id);
    service.put("PaymentServiceName", XeroBody.needed(sent, "PaymentServiceName"));
    service.put("PaymentServiceUrl", XeroBody.needed(sent, "PaymentServiceUrl"));
    service.put("PayNowText", XeroBody.text(sent, "PayNowText").orElse("Pay now"));
    service.put("PaymentServiceType", "Custom");
    services.put(id, service);
    return service;
  }

  private synchronized ObjectNode show(Ask ask, ObjectNode sent) {
    if (!ask.id("id").equals(company.theme())) {
      throw Refusal.notFound("No such branding theme.");
    }
    String id = XeroBody.needed(sent, "PaymentServiceID");
    ObjectNode service = services.get(id);
    if (service == null) {
      throw new Refusal(400, "Payment service could not be found");
    }
    shown.add(id);
    return service;
  }

  private ObjectNode theme() {
    ObjectNode theme = Json.object();
    theme.put("BrandingThemeID", company.theme().toString());
    theme.put("Name", "Standard");
    theme.put("SortOrder", 0);
    return theme;
  }
}
