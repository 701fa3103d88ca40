package org.dunlin.console.api;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.record.GateJson;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was found as messages were to leave. */
@RestController
@Needs(Right.SEE)
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class GateApi {
  private final Stores stores;

  GateApi(Stores stores) {
    this.stores = stores;
  }

  /** Of a message, the last time that it was asked. */
  @GetMapping("/messages/{id}/gate")
  byte[] ofMessage(@PathVariable String company, @PathVariable UUID id) {
    CompanyApi.mustExist(stores, company);
    return stores
        .gateAskings()
        .ofMessage(company, id)
        .map(GateJson::asking)
        .orElseThrow(
            () -> ProblemType.NOT_FOUND.because("Nothing was asked of a message of this id."))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Of all messages of an action, the newest first. */
  @GetMapping("/actions/{id}/gate")
  byte[] ofAction(@PathVariable String company, @PathVariable String id) {
    CompanyApi.mustExist(stores, company);
    return GateJson.askings(stores.gateAskings().ofAction(company, id))
        .getBytes(StandardCharsets.UTF_8);
  }
}
