package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.dunlin.console.right.Needs;
import org.dunlin.core.figure.Expected;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.Standing;
import org.dunlin.work.figure.ExpectCash;
import org.dunlin.work.figure.Forecast;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is expected to come in, week by week, and from whom. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/expected")
class ExpectedPages {
  private final Frames frames;
  private final Stores stores;
  private final ExpectCash cash;

  ExpectedPages(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    this.cash = new ExpectCash(stores);
  }

  @GetMapping
  String weeks(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable String currency,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    List<CurrencyUnit> currencies = currencies(frame);
    model.addAttribute("frame", frame);
    model.addAttribute("currencies", currencies);
    model.addAttribute(
        "forecast", cash.of(company, chosen(currencies, currency, frame), frame.businessDate()));
    return "expected";
  }

  /**
   * Who makes up a week.
   *
   * @param week from 0
   */
  @GetMapping("/{week}")
  String week(
      @RequestParam String company,
      @PathVariable int week,
      @RequestParam(required = false) @Nullable String currency,
      HttpServletRequest request,
      Model model) {
    if (week < 0 || week >= Expected.WEEKS) {
      throw new NotHere();
    }
    Frame frame = frames.of(company, request);
    Forecast forecast =
        cash.of(company, chosen(currencies(frame), currency, frame), frame.businessDate());
    model.addAttribute("frame", frame);
    model.addAttribute("forecast", forecast);
    model.addAttribute("week", forecast.weeks().get(week));
    return "expectedWeek";
  }

  private List<CurrencyUnit> currencies(Frame frame) {
    return stores
        .views()
        .receivables()
        .standing(frame.company().id(), frame.businessDate())
        .stream()
        .map(Standing::currency)
        .toList();
  }

  /** The company's own, if anybody owes in it. */
  private static CurrencyUnit chosen(
      List<CurrencyUnit> currencies, @Nullable String asked, Frame frame) {
    CurrencyUnit own = frame.company().company().currency();
    Optional<CurrencyUnit> named =
        currencies.stream().filter(each -> each.getCode().equals(asked)).findFirst();
    return named.orElse(
        currencies.isEmpty() || currencies.contains(own) ? own : currencies.getFirst());
  }
}
