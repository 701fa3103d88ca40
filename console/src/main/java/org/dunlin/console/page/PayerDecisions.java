package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.AccountId;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.person.JudgePayer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person says of the accounts that matching knows to pay for a customer. */
@Controller
@Needs(Right.DECIDE)
@RequestMapping("/customers/{id}/payers")
class PayerDecisions {
  private final Frames frames;
  private final Stores stores;
  private final JudgePayer judgePayer;

  PayerDecisions(Frames frames, Stores stores, JudgePayer judgePayer) {
    this.frames = frames;
    this.stores = stores;
    this.judgePayer = judgePayer;
  }

  /** Says that an account does not pay for the customer. */
  @PostMapping("/deny")
  String deny(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam String account,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    if (account.length() > AccountId.LONGEST_KEY) {
      return said.refused("customers.payers.too-long", AccountId.LONGEST_KEY);
    }
    return judgePayer.deny(company, id, account, by.getName())
        ? said.done("customers.payers.said")
        : said.refused("customers.payers.already");
  }

  /** Takes that back. */
  @PostMapping("/allow")
  String allow(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam String account,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return judgePayer.allow(company, id, account, by.getName())
        ? said.done("customers.payers.allowed")
        : said.refused("customers.payers.already");
  }

  private void mustExist(String company, UUID id) {
    frames.mustExist(company);
    if (stores.customers().find(company, id).isEmpty()) {
      throw new NotHere();
    }
  }
}
