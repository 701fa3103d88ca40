package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.console.right.Needs;
import org.dunlin.core.figure.Goal;
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

  /** Those due longest; of a share, all that is overdue. */
  private List<InvoiceList.Line> beyond(String companyId, Goal goal, LocalDate today) {
    LocalDate before =
        goal.kind() == Goal.Kind.DAYS_OVERDUE ? GoalsMet.lastDay(goal, today) : today;
    return stores
        .views()
        .invoices()
        .page(
            companyId,
            new InvoiceList.Choice(InvoiceList.Filter.OVERDUE, null, null),
            today,
            null,
            SHOWN)
        .items()
        .stream()
        .filter(
            line -> {
              LocalDate due = line.due();
              return due != null && due.isBefore(before);
            })
        .toList();
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
