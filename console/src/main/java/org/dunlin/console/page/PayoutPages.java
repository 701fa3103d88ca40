package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Objects;
import org.dunlin.console.right.Needs;
import org.dunlin.core.figure.Period;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.pay.ProviderAccounts.Account;
import org.dunlin.work.pay.ProviderBooks;
import org.dunlin.work.tell.FeeAccounts;
import org.dunlin.work.tell.FeeAccounts.FeeAccount;
import org.dunlin.work.tell.FeeAccounts.Named;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What payment providers hold for a company, and whether what they paid out has arrived. */
@Controller
@Needs(Right.SEE)
class PayoutPages {
  private static final int MOST = 100;
  private static final int DAYS = 31;
  private static final String DAYS_PATH = "/payouts/days";

  private final Stores stores;
  private final Frames frames;
  private final FeeAccounts feeAccounts;
  private final ProviderBooks books;

  PayoutPages(Stores stores, Frames frames, FeeAccounts feeAccounts) {
    this.stores = stores;
    this.frames = frames;
    this.feeAccounts = feeAccounts;
    books = new ProviderBooks(stores);
  }

  /**
   * The accounts, at the end of a day where one is named, and the latest payouts.
   *
   * @param on the day; absent: with all that was read
   */
  @GetMapping("/payouts")
  String payouts(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable String on,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    model.addAttribute("frame", frame);
    model.addAttribute("dayByDay", Listing.of(DAYS_PATH, company));
    model.addAttribute("books", books.of(company, frame.businessDate(), day(frame, on)));
    model.addAttribute("payouts", stores.pay().accounts().payouts(company, MOST));
    model.addAttribute(
        "fees", feeAccounts.of(company).stream().map(each -> line(company, each)).toList());
    model.addAttribute("refusedFees", stores.pay().fees().refused(company));
    return "payouts";
  }

  /** What moved on one account, day by day, so that it can be held against the provider's own. */
  @GetMapping(DAYS_PATH)
  String days(
      @RequestParam String company,
      @RequestParam String provider,
      @RequestParam String account,
      @RequestParam String currency,
      @RequestParam(required = false) @Nullable String until,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Account shown =
        stores.pay().accounts().of(company, Given.name(provider), null).stream()
            .filter(each -> each.number().equals(account))
            .filter(each -> each.left().getCurrencyUnit().getCode().equals(currency))
            .findFirst()
            .orElseThrow(NotHere::new);
    LocalDate last = Objects.requireNonNullElse(day(frame, until), shown.last());
    model.addAttribute("frame", frame);
    model.addAttribute("account", shown);
    model.addAttribute(
        "days",
        stores
            .pay()
            .accounts()
            .days(
                company,
                shown.provider(),
                account,
                shown.left().getCurrencyUnit(),
                last,
                DAYS + 1));
    model.addAttribute("most", DAYS);
    model.addAttribute(
        "listing",
        Listing.of(DAYS_PATH, company)
            .with("provider", provider)
            .with("account", account)
            .with("currency", currency));
    return "payoutDays";
  }

  private static @Nullable LocalDate day(Frame frame, @Nullable String typed) {
    if (Given.text(typed) == null) {
      return null;
    }
    LocalDate today = frame.businessDate();
    return Period.read(typed, typed, new Period(today, today)).orElseThrow(NotHere::new).to();
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
