package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.dunlin.work.debit.DebitFileText;
import org.dunlin.work.outgoing.FileText;
import org.dunlin.work.person.RetryEffect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All that leaves the hub: how far each effect has come, and what it says byte for byte. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/outbox")
class OutboxPages {
  private static final int MOST = 50;
  private static final int MOST_ALIKE = 20;

  /** So many calls are shown, the newest; the others have a page of their own. */
  private static final int MOST_CALLS = 6;

  private final Frames frames;
  private final Stores stores;
  private final RetryEffect retryEffect;

  OutboxPages(Frames frames, Stores stores, RetryEffect retryEffect) {
    this.frames = frames;
    this.stores = stores;
    this.retryEffect = retryEffect;
  }

  @GetMapping
  String outbox(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable EffectState state,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Listing listing = Listing.of("/outbox", company).with("state", state).with("after", after);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("state", state);
    model.addAttribute("listing", listing);
    model.addAttribute(
        "effects", stores.views().messages().page(company, state, listing.after(), MOST));
    model.addAttribute(
        "alike",
        state == EffectState.FAILED
            ? stores.views().refusedEffects().alike(company, MOST_ALIKE)
            : List.of());
    return "outbox";
  }

  @GetMapping("/{id}")
  String effect(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    Effect effect = stores.outbox().find(company, id).orElseThrow(NotHere::new);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("effect", effect);
    model.addAttribute(
        "line", stores.views().messages().find(company, id).orElseThrow(NotHere::new));
    model.addAttribute("calls", stores.outboundCalls().about(company, id, MOST_CALLS));
    model.addAttribute("retryable", RetryEffect.possible(effect));
    model.addAttribute("attempts", stores.events().log().attempts(company, id));
    if (effect.payload() != null) {
      model.addAttribute("dispatch", Payloads.dispatch(effect));
      if (effect.kind() == EffectKind.OUTGOING_FILE) {
        FileText text =
            DebitFileText.of(stores, company, id)
                .orElseGet(
                    () -> FileText.of(stores, company, id, String.valueOf(effect.payload())));
        model.addAttribute("file", text);
      }
    }
    return "effect";
  }

  /** Tries it now. */
  @Needs(Right.OPERATE)
  @PostMapping("/{id}/retry")
  String retry(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    if (stores.outbox().find(company, id).isEmpty()) {
      throw new NotHere();
    }
    Said said = frames.said(company, request, next);
    return retryEffect.now(company, id, by.getName())
        ? said.done("outbox.retried")
        : said.refused("outbox.not-retried");
  }
}
