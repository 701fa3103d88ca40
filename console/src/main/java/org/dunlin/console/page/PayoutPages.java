package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.tell.FeeAccounts;
import org.dunlin.work.tell.FeeAccounts.FeeAccount;
import org.dunlin.work.tell.FeeAccounts.Named;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What payment providers hold for a company, and whether what they paid out has arrived. */
@Controller
@Needs(Right.SEE)
class PayoutPages {
  private static final int MOST = 100;

  private final Stores stores;
  private final Frames frames;
  private final FeeAccounts feeAccounts;

  PayoutPages(Stores stores, Frames frames, FeeAccounts feeAccounts) {
    this.stores = stores;
    this.frames = frames;
    this.feeAccounts = feeAccounts;
  }

  @GetMapping("/payouts")
  String payouts(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("accounts", stores.pay().accounts().of(company));
    model.addAttribute("payouts", stores.pay().accounts().payouts(company, MOST));
    model.addAttribute(
        "fees", feeAccounts.of(company).stream().map(each -> line(company, each)).toList());
    model.addAttribute("refusedFees", stores.pay().fees().refused(company));
    return "payouts";
  }

  private FeeLine line(String company, FeeAccount account) {
    Named named = account.connection().orElse(null);
    return named == null
        ? new FeeLine(account.provider(), null, null)
        : new FeeLine(
            account.provider(),
            named,
            stores
                .pay()
                .fees()
                .begun(company, named.connectionId(), account.provider())
                .orElse(null));
  }
}
