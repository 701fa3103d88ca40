package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.dunlin.console.login.Fresh;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.setting.ChangeSetting;
import org.dunlin.work.setting.ChangeSetting.Outcome;
import org.dunlin.work.setting.ConsoleSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the hub's settings, each with its origin. */
@Controller
@Needs(value = Right.ADMINISTER, hub = true)
class SettingsPage {
  private final Frames frames;
  private final ShownSettings settings;
  private final Stores stores;
  private final ChangeSetting change;

  SettingsPage(Frames frames, ShownSettings settings, Stores stores, ChangeSetting change) {
    this.frames = frames;
    this.settings = settings;
    this.stores = stores;
    this.change = change;
  }

  @GetMapping("/settings")
  String settings(
      @RequestParam(required = false) @Nullable String company,
      HttpServletRequest request,
      Model model) {
    Optional<String> chosen = frames.chosen(company, request);
    if (chosen.isEmpty()) {
      return "redirect:/companies/new";
    }
    model.addAttribute("frame", frames.of(chosen.get(), request));
    model.addAttribute("settings", settings);
    model.addAttribute("kept", stores.settings().said());
    return "settings";
  }

  /** Sets one for the next start. */
  @Fresh
  @PostMapping("/settings")
  String set(
      @RequestParam String company,
      @RequestParam String name,
      @RequestParam String value,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Outcome outcome = change.set(name, value, by.getName());
    return said(outcome, name, frames.said(company, request, next));
  }

  /** Lets the default count again. */
  @Fresh
  @PostMapping("/settings/reset")
  String reset(
      @RequestParam String company,
      @RequestParam String name,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return said(change.reset(name, by.getName()), name, frames.said(company, request, next));
  }

  private static String said(Outcome outcome, String name, Said said) {
    return switch (outcome) {
      case KEPT, RESET, SAME -> said.done("settings.outcome." + outcome.name(), name);
      case FIXED -> said.refused("settings.outcome.FIXED", name);
      case WRONG ->
          said.refused(
              "settings.form." + ConsoleSettings.form(name).orElseThrow(NotHere::new).name());
      case NOT_HERE -> throw new NotHere();
    };
  }
}
