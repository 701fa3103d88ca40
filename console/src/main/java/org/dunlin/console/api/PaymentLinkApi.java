package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.profile.Paying;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.pay.NoLink;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.profile.KeptRules;
import org.dunlin.work.profile.SaidRules;
import org.dunlin.work.record.PayJson;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payment links that programs make and end, as on the pages. */
@RestController
@Needs(Right.DECIDE)
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentLinkApi {
  private final Stores stores;
  private final PaymentLinks links;

  PaymentLinkApi(Stores stores, PaymentLinks links) {
    this.stores = stores;
    this.links = links;
  }

  @PostMapping(path = "/payment-links", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] make(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    TalkBody body = TalkBody.of(request, "A payment link", "customerId", "invoiceIds");
    UUID customer = body.idNeeded("customerId");
    List<UUID> invoices = body.ids("invoiceIds");
    CompanyApi.mustExist(stores, company);
    return json(company, () -> links.make(company, customer, Set.copyOf(invoices), by.getName()));
  }

  @PostMapping("/payment-links/{id}/void")
  byte[] end(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    CompanyApi.mustExist(stores, company);
    return json(company, () -> links.end(company, id, by.getName()));
  }

  /** Every address that was given out of a customer's links opens nothing any more. */
  @PostMapping("/customers/{id}/revoke-payment-links")
  byte[] revoke(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    CompanyApi.mustExist(stores, company);
    if (stores.customers().find(company, id).isEmpty()) {
      throw ProblemType.NOT_FOUND.because("The company has no customer " + id + ".");
    }
    return bytes("{\"revoked\":" + links.revoke(company, id, by.getName()) + "}");
  }

  @Needs(Right.SEE)
  @GetMapping("/paying-rules")
  byte[] rules(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    return rules(stores.pay().rules().of(company));
  }

  @Needs(Right.COLLECT)
  @PutMapping(path = "/paying-rules", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] changeRules(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    TalkBody body = TalkBody.of(request, "Paying rules", "partPayments", "linkDays", "writeLinks");
    Integer days = body.number("linkDays");
    CompanyApi.mustExist(stores, company);
    if (days == null || days < 1 || days > Paying.MOST_DAYS) {
      throw ProblemType.WRONG_FIELD.because("linkDays: 1 to " + Paying.MOST_DAYS + " days.");
    }
    Paying paying = new Paying(body.truth("partPayments"), days, body.truth("writeLinks"));
    SaidRules.refuse(stores, company, KeptRules.of(stores, company).with(paying));
    links.rules(company, paying, by.getName());
    return rules(paying);
  }

  private byte[] json(String company, Supplier<PaymentLink> making) {
    try {
      PaymentLink link = making.get();
      return bytes(
          PayJson.link(
              link,
              stores
                  .pay()
                  .checkouts()
                  .ofLink(company, UUID.fromString(link.id()), Lists.ATTEMPTS)));
    } catch (NoLink e) {
      ProblemType type =
          switch (e.reason()) {
            case NO_LINK -> ProblemType.NOT_FOUND;
            case ENDED, NO_ADDRESS -> ProblemType.OTHER_STATE;
            case NO_CUSTOMER, NO_INVOICE, NOT_OPEN, OTHER_CURRENCY -> ProblemType.WRONG_FIELD;
          };
      throw type.because(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] rules(Paying paying) {
    return bytes(
        "{\"partPayments\":%s,\"linkDays\":%d,\"writeLinks\":%s}"
            .formatted(paying.partPayments(), paying.linkDays(), paying.writeLinks()));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
