package org.dunlin.console.api;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.claim.ClaimJson;
import org.dunlin.work.claim.ReckonClaims;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is owed beside invoices, as it is reckoned on the company's business date. */
@RestController
@Needs(Right.SEE)
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class ClaimApi {
  private final Stores stores;
  private final ReckonClaims claims;

  ClaimApi(Stores stores) {
    this.stores = stores;
    this.claims = new ReckonClaims(stores);
  }

  /** Beside all open invoices of a customer, as in one demand. */
  @GetMapping("/customers/{id}/claims")
  byte[] ofCustomer(@PathVariable String company, @PathVariable UUID id) {
    CompanyApi.mustExist(stores, company);
    return claims
        .ofCustomer(company, id)
        .map(ClaimJson::reckoned)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no customer of this id."))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Beside one invoice, paid or not. */
  @GetMapping("/invoices/{id}/claims")
  byte[] ofInvoice(@PathVariable String company, @PathVariable UUID id) {
    CompanyApi.mustExist(stores, company);
    return claims
        .ofInvoice(company, id)
        .map(ClaimJson::reckoned)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no invoice of this id."))
        .getBytes(StandardCharsets.UTF_8);
  }
}
