package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.dunlin.console.look.Appearance;
import org.dunlin.console.right.Needs;
import org.dunlin.core.profile.Profile;
import org.dunlin.core.profile.ProfileError;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.core.profile.WrongProfile;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.profile.Author;
import org.dunlin.work.profile.ChangeProfile;
import org.dunlin.work.profile.StaleProfile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a company is added, the first one too. */
@Controller
@Needs(value = Right.CONNECT, hub = true)
class NewCompanyPage {
  private final Stores stores;
  private final ChangeProfile changes;

  NewCompanyPage(Stores stores, ChangeProfile changes) {
    this.stores = stores;
    this.changes = changes;
  }

  @GetMapping("/companies/new")
  String form(HttpServletRequest request, Model model) {
    return show(Profile.defaults(), List.of(), request, model);
  }

  @PostMapping("/companies/new")
  String add(
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response,
      Principal by,
      Model model,
      RedirectAttributes next) {
    Map<ProfileField, String> entered = ProfileForm.entered(parameters);
    try {
      changes.add(entered, Author.onPage(by.getName()));
    } catch (WrongProfile wrong) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return show(entered, wrong.errors(), request, model);
    } catch (StaleProfile taken) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("refused", Appearance.of(request).words().say("profile.id-taken"));
      return show(entered, List.of(), request, model);
    }
    String id = entered.getOrDefault(ProfileField.ID, "").strip();
    next.addFlashAttribute("said", Appearance.of(request).words().say("profile.added"));
    return "redirect:/company?company=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private String show(
      Map<ProfileField, String> texts,
      List<ProfileError> errors,
      HttpServletRequest request,
      Model model) {
    Appearance look = Appearance.of(request);
    model.addAttribute("look", look);
    model.addAttribute("csrf", Frames.csrf(request));
    model.addAttribute("groups", ProfileForm.ofNew(look.words(), texts, errors));
    model.addAttribute("amiss", !errors.isEmpty());
    model.addAttribute("first", stores.companies().ids().isEmpty());
    return "company/new";
  }
}
