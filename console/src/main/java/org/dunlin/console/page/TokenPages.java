package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.dunlin.console.login.Fresh;
import org.dunlin.console.outside.PublicAddress;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.access.Scope;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.access.RefusedToken;
import org.dunlin.work.access.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programs that may call the hub: their tokens, and the hooks of connections. */
@Controller
@Needs(Right.ADMINISTER)
@RequestMapping("/tokens")
class TokenPages {
  private final Frames frames;
  private final Stores stores;
  private final Tokens tokens;
  private final PushFile pushes;
  private final Clock clock;
  private final @Nullable PublicAddress address;

  TokenPages(
      Frames frames,
      Stores stores,
      Tokens tokens,
      PushFile pushes,
      Clock clock,
      ObjectProvider<PublicAddress> addresses) {
    this.frames = frames;
    this.stores = stores;
    this.tokens = tokens;
    this.pushes = pushes;
    this.clock = clock;
    address = addresses.getIfAvailable();
  }

  @GetMapping
  String tokens(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("now", clock.instant());
    model.addAttribute(
        "tokens", tokens.all().stream().filter(token -> token.isFor(company)).toList());
    model.addAttribute(
        "connections",
        stores.connections().all().stream()
            .filter(connection -> connection.companyId().equals(company))
            .toList());
    model.addAttribute(
        "hooks",
        stores.hooks().all().stream().filter(hook -> hook.companyId().equals(company)).toList());
    model.addAttribute("open", address != null);
    return "tokens";
  }

  /**
   * Makes a token.
   *
   * @param everywhere whether it is for all companies and not for this one alone
   * @param days after which it expires; 0 for never
   */
  @Fresh
  @PostMapping
  String make(
      @RequestParam String company,
      @RequestParam String name,
      @RequestParam(name = "scope", required = false) @Nullable Set<Scope> scopes,
      @RequestParam(defaultValue = "false") boolean everywhere,
      @RequestParam(defaultValue = "90") int days,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    if (everywhere && !frame.mayEverywhere(Right.ADMINISTER)) {
      return refused(next, frame, "EVERYWHERE");
    }
    Instant expires = days == 0 ? null : clock.instant().plus(Duration.ofDays(days));
    try {
      Tokens.Made made =
          tokens.make(
              name,
              scopes == null ? Set.of() : scopes,
              everywhere ? null : company,
              expires,
              by.getName());
      next.addFlashAttribute("secret", made.secret());
      return page(next, company, "made", made.token().name());
    } catch (RefusedToken refused) {
      return refused(next, frame, refused.reason().name());
    }
  }

  @Fresh
  @PostMapping("/{id}/revoke")
  String revoke(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    boolean theirs =
        tokens.all().stream()
            .filter(token -> token.id().equals(id))
            .anyMatch(
                token ->
                    company.equals(token.companyId())
                        || token.companyId() == null && frame.mayEverywhere(Right.ADMINISTER));
    if (!theirs) {
      throw new NotHere();
    }
    return tokens.revoke(id, by.getName())
        ? page(next, company, "said", frame.say("tokens.said.revoked"))
        : refused(next, frame, "REVOKED");
  }

  /** Makes the hook of a connection, in the place of one that it had. */
  @Fresh
  @PostMapping("/hooks")
  String hook(
      @RequestParam String company,
      @RequestParam String connection,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    if (address == null) {
      throw new NotHere();
    }
    try {
      String secret = pushes.make(company, connection, by.getName());
      next.addFlashAttribute("secret", address.hook(company, connection, secret));
      return page(next, company, "made", connection);
    } catch (RefusedToken refused) {
      return refused(next, frame, refused.reason().name());
    }
  }

  @Fresh
  @PostMapping("/hooks/remove")
  String removeHook(
      @RequestParam String company,
      @RequestParam String connection,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    return pushes.remove(company, connection, by.getName())
        ? page(next, company, "said", frame.say("tokens.said.removed"))
        : refused(next, frame, "REMOVED");
  }

  private static String refused(RedirectAttributes next, Frame frame, String reason) {
    return page(next, frame.company().id(), "refused", frame.say("tokens.refused." + reason));
  }

  private static String page(
      RedirectAttributes next, String company, String attribute, String text) {
    next.addFlashAttribute(attribute, text);
    next.addAttribute("company", company);
    return "redirect:/tokens";
  }
}
