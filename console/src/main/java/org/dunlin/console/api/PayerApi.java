package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.AccountId;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.KnownPayers;
import org.dunlin.store.view.KnownPayers.Proof;
import org.dunlin.work.person.JudgePayer;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The accounts that matching knows to pay for a customer, and what is said of them. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/customers/{id}/payers",
    produces = MediaType.APPLICATION_JSON_VALUE)
class PayerApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;
  private final JudgePayer judgePayer;

  PayerApi(Stores stores, JudgePayer judgePayer) {
    this.stores = stores;
    this.judgePayer = judgePayer;
  }

  @GetMapping
  byte[] payers(@PathVariable String company, @PathVariable UUID id) {
    mustExist(company, id);
    List<String> items =
        stores.views().knownPayers().of(company, id).stream().map(PayerApi::line).toList();
    return RecordApi.json(items, null);
  }

  /** Says that an account does not pay for the customer. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/deny", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] deny(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    mustExist(company, id);
    if (!judgePayer.deny(company, id, account(request), by.getName())) {
      throw ProblemType.OTHER_STATE.because("That was said before.");
    }
    return payers(company, id);
  }

  /** Takes that back. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/allow", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] allow(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    mustExist(company, id);
    if (!judgePayer.allow(company, id, account(request), by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          "Nobody has said that this account does not pay for the customer.");
    }
    return payers(company, id);
  }

  private void mustExist(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    if (stores.customers().find(company, id).isEmpty()) {
      throw new NoSuchCustomer();
    }
  }

  private static String account(HttpServletRequest request) throws IOException {
    String account =
        ProfileJson.object(SmallBody.of(request, "An account")).path("account").asText().strip();
    if (account.isEmpty()) {
      throw new WrongRequest(
          List.of(new FieldError("account", "The account is needed, as the list says it.")));
    }
    if (account.length() > AccountId.LONGEST_KEY) {
      throw new WrongRequest(
          List.of(
              new FieldError(
                  "account",
                  "An account has no more than "
                      + AccountId.LONGEST_KEY
                      + " characters; give it as the list says it.")));
    }
    return account;
  }

  private static String line(KnownPayers.Line payer) {
    ObjectNode line = JSON.createObjectNode().put("type", "payer").put("account", payer.account());
    Proof proof = payer.proof();
    if (proof != null) {
      ObjectNode json = line.putObject("proof").put("paymentId", proof.paymentId().toString());
      json.put("bookingDate", proof.booked().toString());
      if (proof.payer() != null) {
        json.put("payerName", proof.payer());
      }
      json.put("decision", proof.decision().name());
      if (proof.rule() != null) {
        json.put("rule", proof.rule().name());
      }
      json.put("decidedBy", proof.by());
    }
    if (payer.deniedBy() != null) {
      line.put("deniedBy", payer.deniedBy());
    }
    return line.toString();
  }
}
