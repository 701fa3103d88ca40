package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import org.dunlin.store.Stores;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What payment providers hold for a company, and whether what they paid out has arrived. */
@Controller
class PayoutPages {
  private static final int MOST = 100;

  private final Stores stores;
  private final Frames frames;

  PayoutPages(Stores stores, Frames frames) {
    this.stores = stores;
    this.frames = frames;
  }

  @GetMapping("/payouts")
  String payouts(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("accounts", stores.pay().accounts().of(company));
    model.addAttribute("payouts", stores.pay().accounts().payouts(company, MOST));
    return "payouts";
  }
}
