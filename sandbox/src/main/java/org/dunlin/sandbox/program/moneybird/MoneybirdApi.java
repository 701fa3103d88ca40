package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Endpoint;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.Routes;

/** What holds for every endpoint: the administration in the path, and {@code .json} or nothing. */
final class MoneybirdApi {
  private static final String BASE = "/api/v2/";

  private final Routes routes;
  private final MoneybirdCompany company;
  private volatile URI address = URI.create("https://moneybird.com");

  MoneybirdApi(Routes routes, MoneybirdCompany company) {
    this.routes = routes;
    this.company = company;
  }

  void servedAt(URI where) {
    address = where;
  }

  URI address() {
    return address;
  }

  MoneybirdCompany company() {
    return company;
  }

  void administrations() {
    for (String format : new String[] {".json", ""}) {
      routes.on("GET", BASE + "administrations" + format, ask -> list());
    }
  }

  /** Answers under the administration, with the format in the path and without. */
  void on(String method, String path, Endpoint endpoint) {
    for (String format : new String[] {".json", ""}) {
      routes.on(method, BASE + "{administration}/" + path + format, ask -> checked(ask, endpoint));
    }
  }

  private Reply checked(Ask ask, Endpoint endpoint) {
    if (!ask.variable("administration").equals(Long.toString(company.administration()))) {
      throw Refusal.notFound("record not found");
    }
    return endpoint.answer(ask);
  }

  private Reply list() {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(company.administration()));
    json.put("name", company.name());
    json.put("language", "nl");
    json.put("currency", company.currency().getCode());
    json.put("country", company.country());
    json.put("time_zone", company.zone().getId());
    json.put("access", "user");
    json.put("suspended", false);
    json.putNull("period_locked_until");
    return Reply.json(Json.array().add(json));
  }
}
