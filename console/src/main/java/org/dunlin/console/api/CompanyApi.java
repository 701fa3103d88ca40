package org.dunlin.console.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dunlin.console.right.Needs;
import org.dunlin.console.right.Permitted;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Company;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Permits;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The companies that the caller may see. */
@RestController
@Needs(Right.SEE)
@RequestMapping(path = "/api/v1/companies", produces = MediaType.APPLICATION_JSON_VALUE)
class CompanyApi {
  static final String NO_COMPANY = "There is no company of this id.";

  private final Stores stores;

  CompanyApi(Stores stores) {
    this.stores = stores;
  }

  /** All that the caller has to do with; they are few, and stand on one page. */
  @GetMapping
  byte[] companies(Authentication caller) {
    Permits permits = Permitted.of(caller);
    List<String> items =
        stores.companies().ids().stream()
            .filter(permits::knows)
            .flatMap(id -> stores.companies().find(id).stream())
            .map(CompanyApi::json)
            .toList();
    return RecordApi.json(items, null);
  }

  @GetMapping("/{company}")
  byte[] company(@PathVariable String company) {
    return json(mustExist(stores, company)).getBytes(StandardCharsets.UTF_8);
  }

  static CompanyProfile mustExist(Stores stores, String companyId) {
    return stores
        .companies()
        .find(companyId)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because(NO_COMPANY));
  }

  static Connection connection(Stores stores, String companyId, String id) {
    return stores
        .connections()
        .find(companyId, id)
        .orElseThrow(
            () -> ProblemType.NOT_FOUND.because("The company has no connection of this id."));
  }

  /** The record with the mode that the company is in now. */
  private static String json(CompanyProfile profile) {
    Company said = profile.company();
    return CanonicalWriter.line(
        new Company(
            said.id(),
            said.name(),
            said.country(),
            said.timeZone(),
            said.language(),
            said.currency(),
            said.accounts(),
            said.creditorIdentifier(),
            said.vatRecoverable(),
            said.paymentTermDays(),
            said.tolerance(),
            said.autoThreshold(),
            profile.mode()));
  }
}
