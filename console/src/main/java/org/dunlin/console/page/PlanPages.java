package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.dunlin.console.right.Needs;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.PlanRefused;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.SendingHours;
import org.dunlin.store.dunning.PlanBook;
import org.dunlin.work.dun.ChangePlans;
import org.dunlin.work.dun.PlanNotTaken;
import org.dunlin.work.dun.PlanText;
import org.dunlin.work.dun.PreviewPlans;
import org.dunlin.work.dun.SetSendingHours;
import org.dunlin.work.dun.SetTestPhone;
import org.dunlin.work.dun.ShownPlans;
import org.dunlin.work.dun.ShownPlans.Shown;
import org.dunlin.work.rollout.NotReady;
import org.dunlin.work.rollout.ReasonTooLong;
import org.dunlin.work.rollout.SwitchMode;
import org.dunlin.work.rollout.SwitchPlans;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dunning plans of a company: those in force, each as it reads, and what changing one does. */
@Controller
@Needs(Right.PLAN)
@RequestMapping("/plans")
class PlanPages {
  private static final int DAYS = 30;

  private final Frames frames;
  private final Stores stores;
  private final ShownPlans shown;
  private final SwitchPlans change;
  private final PreviewPlans preview;
  private final SetSendingHours hours;
  private final SetTestPhone testPhone;

  PlanPages(Frames frames, Stores stores, SwitchPlans change) {
    this.frames = frames;
    this.stores = stores;
    shown = new ShownPlans(stores);
    this.change = change;
    preview = new PreviewPlans(stores);
    hours = new SetSendingHours(stores);
    testPhone = new SetTestPhone(stores);
  }

  @Needs(Right.SEE)
  @GetMapping
  String list(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("plans", shown.of(company));
    model.addAttribute("hours", stores.companies().sendingHours(company));
    model.addAttribute("testPhone", stores.sentTexts().testNumber(company).orElse(""));
    return "plans";
  }

  /** One plan, as it is or as it was. */
  @Needs(Right.SEE)
  @GetMapping("/plan")
  String plan(
      @RequestParam String company,
      @RequestParam String plan,
      @RequestParam(required = false) @Nullable Integer version,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("shown", find(company, plan, version));
    model.addAttribute("versions", stores.plans().versions(company, plan));
    return "plan";
  }

  /** The text of a plan, to be changed, or copied under another id. */
  @GetMapping("/edit")
  String edit(
      @RequestParam String company,
      @RequestParam String plan,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(defaultValue = "false") boolean copy,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Shown found = find(company, plan, version);
    PlanForm form =
        copy
            ? new PlanForm(null, 0, PlanForm.copied(found.yaml()), true)
            : new PlanForm(plan, find(company, plan, null).version(), found.yaml(), false);
    return form(frame, form, null, model);
  }

  /** What saving it would do. */
  @PostMapping("/effect")
  String effect(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable String plan,
      @RequestParam int version,
      @RequestParam String yaml,
      @RequestParam(defaultValue = "false") boolean choose,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    PlanForm form = new PlanForm(Given.text(plan), version, yaml, choose);
    try {
      Plan read = PlanText.plan(yaml, form.planId());
      boolean counts =
          choose
              || shown.of(company).inForce().stream().anyMatch(each -> each.id().equals(read.id()));
      model.addAttribute(
          "effect", counts ? Foreseen.on(model, () -> preview.effect(company, read, DAYS)) : null);
      model.addAttribute("looked", true);
      model.addAttribute("counts", counts);
      return form(frame, form, null, model);
    } catch (PlanRefused e) {
      return form(frame, form, e.problem(), model);
    } catch (PlanNotTaken e) {
      return form(frame, form, e.problem(), model);
    }
  }

  /** Saves it as a new version. */
  @PostMapping("/save")
  String save(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable String plan,
      @RequestParam int version,
      @RequestParam String yaml,
      @RequestParam(defaultValue = "false") boolean choose,
      @RequestParam(defaultValue = "") String anyway,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next,
      Model model) {
    Frame frame = frames.of(company, request);
    PlanForm form = new PlanForm(Given.text(plan), version, yaml, choose);
    try {
      ChangePlans.Saved saved =
          change.save(
              company,
              form.planId(),
              form.planId() == null ? null : version,
              yaml,
              choose,
              anyway,
              by.getName());
      frames
          .said(company, request, next)
          .done("plans.saved", saved.planId(), String.valueOf(saved.version()));
      return "redirect:" + Address.of("/plans", company);
    } catch (PlanRefused e) {
      return form(frame, form, e.problem(), model);
    } catch (PlanNotTaken e) {
      return form(frame, form, e.problem(), model);
    } catch (NotReady notReady) {
      model.addAttribute("open", notReady.open());
      return form(frame, form, null, model);
    } catch (ReasonTooLong tooLong) {
      return frames
          .said(company, request, next)
          .refused("switches.long-reason", SwitchMode.LONGEST_REASON);
    }
  }

  /** Where a form was is nothing to come back to. */
  @GetMapping({"/effect", "/save"})
  String noForm() {
    return "redirect:/";
  }

  /** What another choice of plans would do, before it counts. */
  @GetMapping("/choice")
  String choice(
      @RequestParam String company,
      @RequestParam String plan,
      @RequestParam PlanChoiceAct act,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Shown found = find(company, plan, null);
    List<ChangePlans.Chosen> chosen = act.on(shown.of(company).inForce(), plan);
    model.addAttribute("frame", frame);
    model.addAttribute("shown", found);
    model.addAttribute("act", act);
    model.addAttribute("chosen", chosen);
    model.addAttribute("open", change.open(company, chosen));
    model.addAttribute(
        "effect",
        chosen.isEmpty() ? null : Foreseen.on(model, () -> preview.effect(company, chosen, DAYS)));
    return "planChoice";
  }

  @PostMapping("/choice")
  String choose(
      @RequestParam String company,
      @RequestParam String plan,
      @RequestParam PlanChoiceAct act,
      @RequestParam(defaultValue = "") String anyway,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    find(company, plan, null);
    Said said = frames.said(company, request, next);
    try {
      change.choose(company, act.on(shown.of(company).inForce(), plan), anyway, by.getName());
      said.done("plans.chosen");
    } catch (PlanNotTaken e) {
      said.refused("plans.problem." + e.problem().code());
    } catch (PlanRefused e) {
      said.refused(
          "plans.not-read",
          plan,
          PlanWords.lineNumber(e.problem()).orElse("1"),
          PlanWords.problem(e.problem(), said.words()).orElse(e.problem().message()));
    } catch (NotReady notReady) {
      return said.refused("plans.not-ready", notReady.open().size());
    } catch (ReasonTooLong tooLong) {
      return said.refused("switches.long-reason", SwitchMode.LONGEST_REASON);
    }
    return "redirect:" + Address.of("/plans", company);
  }

  @PostMapping("/hours")
  String hours(
      @RequestParam String company,
      @RequestParam String opens,
      @RequestParam String closes,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Said said = frames.said(company, request, next);
    try {
      hours.set(
          company, new SendingHours(LocalTime.parse(opens), LocalTime.parse(closes)), by.getName());
      return said.done("plans.hours.changed");
    } catch (IllegalArgumentException | DateTimeException e) {
      return said.refused("plans.hours.wrong");
    }
  }

  @PostMapping("/test-phone")
  String testPhone(
      @RequestParam String company,
      @RequestParam String number,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Said said = frames.said(company, request, next);
    try {
      testPhone.set(company, number, by.getName());
      return said.done("plans.test-phone.changed");
    } catch (IllegalArgumentException e) {
      return said.refused("plans.test-phone.wrong", "+31612345678");
    }
  }

  private static String form(Frame frame, PlanForm form, @Nullable Problem problem, Model model) {
    model.addAttribute("frame", frame);
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    return "planEdit";
  }

  private Shown find(String company, String planId, @Nullable Integer version) {
    Shown newest = shown.find(company, planId).orElseThrow(NotHere::new);
    if (version == null || version == newest.version()) {
      return newest;
    }
    PlanBook.Version kept =
        stores.plans().versions(company, planId).stream()
            .filter(each -> each.version() == Objects.requireNonNull(version))
            .findFirst()
            .orElseThrow(NotHere::new);
    return Shown.earlier(newest, kept);
  }
}
