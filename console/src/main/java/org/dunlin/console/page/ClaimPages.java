package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.console.right.Needs;
import org.dunlin.console.words.Words;
import org.dunlin.core.claim.Rate;
import org.dunlin.core.claim.RateStatus;
import org.dunlin.core.claim.Rates;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.claim.ClaimTerms;
import org.dunlin.work.claim.ChangeTerms;
import org.dunlin.work.claim.TermsRefused;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a company's terms say of late payment, and the rates that claims rest on. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/claims")
class ClaimPages {
  private static final Pattern PLACED = Pattern.compile("line (\\d+): (.+)", Pattern.DOTALL);

  private final Frames frames;
  private final Stores stores;
  private final ChangeTerms terms;

  ClaimPages(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    this.terms = new ChangeTerms(stores);
  }

  @GetMapping
  String claims(@RequestParam String company, HttpServletRequest request, Model model) {
    Frame frame = frames.of(company, request);
    ClaimTerms said = stores.claims().terms().of(company);
    model.addAttribute("frame", frame);
    model.addAttribute("terms", said);
    model.addAttribute("own", ChangeTerms.own(said.rates()));
    model.addAttribute("carried", carried(frame.businessDate()));
    return "claims";
  }

  /** Those of the last two years, which new claims rest on, and all that are to be verified. */
  private static List<Rate> carried(LocalDate today) {
    return Rates.carried().all().stream()
        .filter(
            rate ->
                rate.status() == RateStatus.CHECK || !rate.through().isBefore(today.minusYears(2)))
        .toList();
  }

  @Needs(Right.PLAN)
  @PostMapping
  String change(
      @RequestParam String company,
      @RequestParam String rate,
      @RequestParam String fee,
      @RequestParam(defaultValue = "false") boolean clause,
      @RequestParam String rates,
      @RequestParam(defaultValue = "") String seen,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    CurrencyUnit currency = frame.company().company().currency();
    return told(
        frames.said(company, request, next),
        "claims.terms.changed",
        () ->
            terms.change(
                company,
                new ChangeTerms.Said(
                    Given.amount(rate), money(currency, Given.amount(fee)), clause, rates.strip()),
                seen,
                by.getName()));
  }

  /** A person looked a carried rate up and found it right. */
  @Needs(Right.PLAN)
  @PostMapping("/confirm")
  String confirm(
      @RequestParam String company,
      @RequestParam String series,
      @RequestParam String from,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return told(
        frames.said(company, request, next),
        "claims.rate.confirmed",
        () -> terms.confirm(company, series, Given.dateNeeded(from), by.getName()));
  }

  private static @Nullable Money money(CurrencyUnit currency, @Nullable BigDecimal amount) {
    if (amount == null) {
      return null;
    }
    if (amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
      throw new Given.Wrong("talk.no-amount");
    }
    return Money.of(currency, amount.setScale(Math.max(0, currency.getDecimalPlaces())));
  }

  /** Where it is about a line of the file, the line is named in the reader's language, too. */
  private static String sentence(Words words, String english) {
    Matcher placed = PLACED.matcher(english);
    return placed.matches()
        ? words.say("claims.refused.line", placed.group(1), words.reason(placed.group(2)).text())
        : words.reason(english).text();
  }

  private static String told(Said said, String done, Runnable change) {
    try {
      change.run();
      return said.done(done);
    } catch (TermsRefused e) {
      return said.refused(
          "claims.refused." + e.kind().name().toLowerCase(Locale.ROOT),
          sentence(said.words(), e.sentence()));
    } catch (Given.Wrong e) {
      return said.refused(e.key());
    }
  }
}
