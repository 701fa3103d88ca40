package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.Chain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One trace on one page: from what came in to what left and was answered, and back. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/trace")
class TracePages {
  private final Frames frames;
  private final Stores stores;

  TracePages(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
  }

  /** Forward. */
  @GetMapping("/deliveries/{id}")
  String delivery(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    return trace(
        company,
        stores.views().chains().ofDelivery(company, id),
        "/deliveries/" + id,
        true,
        request,
        model);
  }

  /** Backward. */
  @GetMapping("/effects/{id}")
  String effect(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    return trace(
        company,
        stores.views().chains().ofEffect(company, id),
        "/outbox/" + id,
        false,
        request,
        model);
  }

  private String trace(
      String company,
      Optional<Chain> chain,
      String of,
      boolean forward,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("chain", chain.orElseThrow(NotHere::new));
    model.addAttribute("of", of);
    model.addAttribute("forward", forward);
    return "trace";
  }
}
