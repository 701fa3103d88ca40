package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.person.NoteLook;
import org.dunlin.work.privacy.EraseCustomer;
import org.dunlin.work.privacy.ExportCustomer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What one customer may ask for: all that is kept, and to be forgotten. */
@RestController
@Needs(Right.EXPORT)
@RequestMapping("/api/v1/companies/{company}/customers/{id}")
class CustomerApi {
  private final Stores stores;
  private final ExportCustomer exports;
  private final EraseCustomer erasures;
  private final NoteLook looks;

  CustomerApi(Stores stores, ExportCustomer exports, EraseCustomer erasures) {
    this.stores = stores;
    this.exports = exports;
    this.erasures = erasures;
    this.looks = new NoteLook(stores);
  }

  /** All that the hub keeps about the customer, as a ZIP file that is written as it is sent. */
  @GetMapping("/export")
  void export(
      @PathVariable String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletResponse response)
      throws IOException {
    Customer customer = find(company, id);
    looks.atExport(company, id, by.getName());
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("customer-" + id + ".zip").build().toString());
    exports.write(company, customer, response.getOutputStream());
  }

  /** Erases the customer; refused while something is not settled. */
  @Needs(Right.ERASE)
  @DeleteMapping
  EraseCustomer.Erased erase(@PathVariable String company, @PathVariable UUID id, Principal by) {
    find(company, id);
    return erasures.erase(company, id, by.getName());
  }

  private Customer find(String companyId, UUID id) {
    return stores.customers().find(companyId, id).orElseThrow(NoSuchCustomer::new);
  }
}
