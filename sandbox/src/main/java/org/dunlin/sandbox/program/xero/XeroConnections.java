package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.Routes;

/** {@code /connections}: the tenants that an app may ask for. */
final class XeroConnections {
  private final XeroCompany company;
  private final XeroApi api;

  XeroConnections(XeroCompany company, XeroApi api) {
    this.company = company;
    this.api = api;
  }

  void serve(Routes routes) {
    routes.on("GET", "/connections", ask -> list());
    routes.on("DELETE", "/connections/{id}", this::delete);
  }

  private Reply list() {
    ArrayNode list = Json.array();
    if (api.connected()) {
      ObjectNode json = list.addObject();
      json.put("id", company.connection().toString());
      json.put("tenantId", company.tenant().toString());
      json.put("authEventId", company.theme().toString());
      json.put("tenantType", "ORGANISATION");
      json.put("tenantName", company.name());
      json.put("createdDateUtc", "2026-01-05T09:00:00.0000000");
      json.put("updatedDateUtc", "2026-01-05T09:00:00.0000000");
    }
    return Reply.json(list);
  }

  private Reply delete(Ask ask) {
    if (!ask.id("id").equals(company.connection())) {
      throw Refusal.notFound("There is no such connection.");
    }
    api.disconnect();
    return Reply.empty(204);
  }
}
