package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.console.right.Needs;
import org.dunlin.console.right.Permitted;
import org.dunlin.console.words.Words;
import org.dunlin.core.brand.Logo;
import org.dunlin.core.profile.ProfileError;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.core.profile.WrongProfile;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.Brand;
import org.dunlin.work.profile.Author;
import org.dunlin.work.profile.ChangeProfile;
import org.dunlin.work.profile.KeptProfile;
import org.dunlin.work.profile.SetInFile;
import org.dunlin.work.profile.StaleProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a company's profile, and what is entered there. */
@Controller
@Needs(Right.SEE)
class CompanyPages {
  private final Frames frames;
  private final Stores stores;
  private final ChangeProfile changes;

  CompanyPages(Frames frames, Stores stores, ChangeProfile changes) {
    this.frames = frames;
    this.stores = stores;
    this.changes = changes;
  }

  @GetMapping("/company")
  String company(
      @RequestParam(required = false) @Nullable String company,
      HttpServletRequest request,
      Model model) {
    Optional<String> chosen = frames.chosen(company, request);
    if (chosen.isEmpty()) {
      return "redirect:/companies/new";
    }
    Frame frame = frames.of(chosen.get(), request);
    KeptProfile kept = kept(chosen.get());
    return CompanyReader.of(stores, frame.words(), kept).show(frame, model);
  }

  @Needs(Right.CONNECT)
  @PostMapping("/company")
  String change(
      @RequestParam String company,
      @RequestParam String version,
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response,
      Principal by,
      Model model,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    Map<ProfileField, String> entered = ProfileForm.entered(parameters);
    entered.remove(ProfileField.ID);
    try {
      changes.change(company, version, entered, author(by));
    } catch (WrongProfile wrong) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return again(frame, entered, wrong.errors(), model);
    } catch (StaleProfile stale) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("refused", frame.say("profile.stale"));
      return again(frame, Map.of(), List.of(), model);
    } catch (SetInFile refused) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("refused", inFile(frame.words(), refused));
      return again(frame, Map.of(), List.of(), model);
    }
    next.addFlashAttribute("said", frame.say("profile.saved"));
    return back(frame);
  }

  private String again(
      Frame frame, Map<ProfileField, String> entered, List<ProfileError> errors, Model model) {
    return CompanyReader.of(stores, frame.words(), kept(frame.company().id()))
        .entered(entered, errors)
        .show(frame, model);
  }

  /** The logo; its address names the picture, so that a browser may keep it. */
  @GetMapping("/company/logo")
  ResponseEntity<byte[]> logo(@RequestParam String company) {
    Brand.LogoKey key = kept(company).brand().logo();
    if (key == null) {
      throw new NotHere();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(key.mediaType()))
        .eTag(key.id())
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(stores.brands().logo(company, key.id()).orElseThrow(NotHere::new));
  }

  @Needs(Right.CONNECT)
  @PostMapping("/company/logo")
  String putLogo(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable MultipartFile picture,
      HttpServletRequest request,
      Principal by,
      RedirectAttributes next)
      throws IOException {
    Frame frame = frames.of(company, request);
    if (picture == null || picture.isEmpty()) {
      next.addFlashAttribute("refused", frame.say("profile.logo.none-chosen"));
      return back(frame);
    }
    try (InputStream content = picture.getInputStream()) {
      Logo logo = Logo.of(content.readNBytes(Logo.LARGEST + 1));
      changes.logo(company, logo, Author.onPage(by.getName()));
      next.addFlashAttribute("said", frame.say("profile.logo.saved"));
    } catch (IllegalArgumentException e) {
      next.addFlashAttribute("refused", frame.say("profile.logo.refused"));
    } catch (SetInFile refused) {
      next.addFlashAttribute("refused", inFile(frame.words(), refused));
    }
    return back(frame);
  }

  @Needs(Right.CONNECT)
  @PostMapping("/company/logo/remove")
  String removeLogo(
      @RequestParam String company,
      HttpServletRequest request,
      Principal by,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    try {
      changes.logo(company, null, Author.onPage(by.getName()));
      next.addFlashAttribute("said", frame.say("profile.logo.removed"));
    } catch (SetInFile refused) {
      next.addFlashAttribute("refused", inFile(frame.words(), refused));
    }
    return back(frame);
  }

  static String inFile(Words words, SetInFile refused) {
    return String.join(
        " ",
        refused.places().values().stream()
            .distinct()
            .map(place -> words.say("profile.from.file", place))
            .toList());
  }

  static String back(Frame frame) {
    return "redirect:/company?" + frame.query();
  }

  private KeptProfile kept(String companyId) {
    return KeptProfile.find(stores, companyId).orElseThrow(NotHere::new);
  }

  private static Author author(Principal by) {
    return Permitted.forSomeOnly(by, Right.CONNECT)
        ? Author.onPageForSome(by.getName())
        : Author.onPage(by.getName());
  }
}
