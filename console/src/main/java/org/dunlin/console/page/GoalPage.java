package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.figure.Goal;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.figure.Goals;
import org.dunlin.store.view.InvoiceList;
import org.dunlin.work.figure.ChangeGoal;
import org.dunlin.work.figure.GoalsMet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a company wants of its receivables, and what does not keep to it. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/goal")
class GoalPage {
  /** Of so many days the line tells. */
  static final int DAYS = 90;

  private static final int SHOWN = 50;

  private final Frames frames;
  private final Stores stores;
  private final ChangeGoal changes;

  GoalPage(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    this.changes = new ChangeGoal(stores);
  }

  @GetMapping
  String goal(@RequestParam String company, HttpServletRequest request, Model model) {
    Frame frame = frames.of(company, request);
    LocalDate today = frame.businessDate();
    GoalsMet met = GoalsMet.of(stores, company, today);
    Goals.Said said = met.said();
    model.addAttribute("frame", frame);
    model.addAttribute("met", met);
    model.addAttribute("standings", stores.views().receivables().standing(company, today));
    model.addAttribute("beyond", said == null ? List.of() : beyond(company, said.goal(), today));
    model.addAttribute("own", stores.figures().goals().own(company));
    LocalDate from = today.minusDays(DAYS);
    model.addAttribute(
        "trends",
        said == null
            ? List.of()
            : List.copyOf(
                Trend.of(
                        stores
                            .figures()
                            .days()
                            .between(company, said.on().isAfter(from) ? said.on() : from, today))
                    .values()));
    return "goal";
  }

  /** Those due, or issued, longest ago; of a share, all that is overdue. */
  private List<InvoiceList.Line> beyond(String companyId, Goal goal, LocalDate today) {
    InvoiceList invoices = stores.views().invoices();
    return goal.kind().ofDays()
        ? invoices.beyond(companyId, goal, today, SHOWN)
        : invoices
            .page(
                companyId,
                new InvoiceList.Choice(InvoiceList.Filter.OVERDUE, null, null),
                today,
                null,
                SHOWN)
            .items();
  }

  @Needs(Right.PLAN)
  @PostMapping
  String set(
      @RequestParam String company,
      @RequestParam Goal.Kind kind,
      @RequestParam int most,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Said said = frames.said(company, request, next);
    if (!Goal.isOne(kind, most)) {
      return said.refused("goal.wrong");
    }
    changes.set(company, new Goal(kind, most), by.getName());
    return said.done("goal.done");
  }

  /** A customer's own days, in place of those of the goal. */
  @Needs(Right.PLAN)
  @PostMapping("/own")
  String own(
      @RequestParam String company,
      @RequestParam String number,
      @RequestParam int most,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Said said = frames.said(company, request, next);
    String asked = Given.name(number);
    List<Customer> found = asked == null ? List.of() : stores.customers().numbered(company, asked);
    if (!Goal.isOne(Goal.Kind.DAYS_OVERDUE, most)) {
      return said.refused("goal.wrong");
    }
    if (found.size() != 1) {
      return said.refused(found.isEmpty() ? "goal.own.nobody" : "goal.own.several");
    }
    UUID customer = UUID.fromString(found.getFirst().id());
    return changes.setOwn(company, customer, most, by.getName())
        ? said.done("goal.own.done", found.getFirst().name(), most)
        : said.refused("goal.own.too-many", Goals.MOST_OWN);
  }

  @Needs(Right.PLAN)
  @PostMapping("/own/remove")
  String removeOwn(
      @RequestParam String company,
      @RequestParam UUID customer,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    changes.removeOwn(company, customer, by.getName());
    return frames.said(company, request, next).done("goal.own.removed");
  }

  @Needs(Right.PLAN)
  @PostMapping("/remove")
  String remove(
      @RequestParam String company,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    changes.remove(company, by.getName());
    return frames.said(company, request, next).done("goal.removed");
  }
}
