package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.dialogue.HandOver;
import org.dunlin.store.outbox.Effect;
import org.dunlin.work.handover.Dossier;
import org.dunlin.work.handover.HandOvers;
import org.dunlin.work.record.HandOverJson;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases that others collect, as on the pages of customers. */
@RestController
@Needs(Right.SEE)
@RequestMapping("/api/v1/companies/{company}")
class HandOverApi {
  private final Stores stores;
  private final HandOvers handOvers;

  HandOverApi(Stores stores) {
    this.stores = stores;
    this.handOvers = new HandOvers(stores);
  }

  /** Those of a customer, with all who are one with it; the newest first. */
  @GetMapping(path = "/customers/{id}/hand-overs", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] ofCustomer(@PathVariable String company, @PathVariable UUID id) {
    CompanyApi.mustExist(stores, company);
    if (stores.customers().find(company, id).isEmpty()) {
      throw new NoSuchCustomer();
    }
    return HandOverJson.list(
            stores
                .talk()
                .handOvers()
                .ofCustomers(company, stores.customerLinks().group(company, id)))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What the agency says of it. */
  @Needs(Right.DECIDE)
  @PostMapping(
      path = "/hand-overs/{id}/status",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] status(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    HandOver.Status status =
        TalkBody.of(request, "A status", "status").wordNeeded("status", HandOver.Status.class);
    return noted(company, id, handOvers.status(company, id, status, by.getName()));
  }

  /** Takes it back, or says that the agency gave it back. */
  @Needs(Right.DECIDE)
  @PostMapping(
      path = "/hand-overs/{id}/end",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] end(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    HandOver.End end = TalkBody.of(request, "An end", "end").wordNeeded("end", HandOver.End.class);
    return noted(company, id, handOvers.end(company, id, end, by.getName()));
  }

  /** Opens it again where it ended as paid and something of it is open again. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/hand-overs/{id}/reopen", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] reopen(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    if (!handOvers.reopen(company, id, by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          "The case did not end as paid, or nothing of it is open again.");
    }
    return HandOverJson.one(find(company, id)).getBytes(StandardCharsets.UTF_8);
  }

  /** What is handed over with it. */
  @GetMapping(path = "/hand-overs/{id}/dossier", produces = "application/zip")
  void dossier(@PathVariable String company, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    find(company, id);
    Effect effect = stores.outbox().find(company, id).orElseThrow();
    String payload = effect.payload();
    if (payload == null) {
      throw ProblemType.NOT_FOUND.because("What it said is not kept any more.");
    }
    response.setContentType("application/zip");
    new Dossier(stores).write(company, id, payload, response.getOutputStream());
  }

  private byte[] noted(String company, UUID id, boolean done) {
    if (!done) {
      throw ProblemType.OTHER_STATE.because("The case is not with the agency.");
    }
    return HandOverJson.one(find(company, id)).getBytes(StandardCharsets.UTF_8);
  }

  private HandOver find(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    return stores
        .talk()
        .handOvers()
        .find(company, id)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("The company has no such case."));
  }
}
