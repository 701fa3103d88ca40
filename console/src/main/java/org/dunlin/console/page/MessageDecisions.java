package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.outbox.Effect;
import org.dunlin.work.dun.ApproveActions;
import org.dunlin.work.person.Decisions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides over messages. */
@Controller
@Needs(Right.DECIDE)
@RequestMapping("/messages")
class MessageDecisions {
  private final Frames frames;
  private final Stores stores;
  private final Decisions decisions;

  MessageDecisions(Frames frames, Stores stores, Decisions decisions) {
    this.frames = frames;
    this.stores = stores;
    this.decisions = decisions;
  }

  @PostMapping("/{id}/resolve")
  String resolve(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam boolean left,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    if (stores.outbox().find(company, id).isEmpty()) {
      throw new NotHere();
    }
    Said said = frames.said(company, request, next);
    if (!decisions.resolveUnknown(company, id, left, by.getName())) {
      return said.refused("messages.known-already");
    }
    return said.done(left ? "messages.has-left" : "messages.has-not-left");
  }

  /** A letter that somebody printed, or a case that somebody handed over. */
  @PostMapping("/{id}/by-hand")
  String byHand(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    if (stores.outbox().find(company, id).isEmpty()) {
      throw new NotHere();
    }
    Said said = frames.said(company, request, next);
    return decisions.doneByHand(company, id, by.getName())
        ? said.done("messages.has-left")
        : said.refused("messages.known-already");
  }

  /** One message that waits: it goes, or it does not. */
  @PostMapping("/{id}/decide")
  String decide(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam boolean release,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Effect effect = stores.outbox().find(company, id).orElseThrow(NotHere::new);
    Said said = frames.said(company, request, next);
    if (release && approved(company, effect, by)) {
      return said.done("messages.one-released");
    }
    if (!decisions.decideWaiting(company, id, release, by.getName())) {
      return said.refused("messages.known-already");
    }
    return said.done(release ? "messages.one-released" : "messages.one-dropped");
  }

  /** What waits for a yes is approved, so that it counts when it is written anew, too. */
  private boolean approved(String company, Effect effect, Principal by) {
    return effect.actionId() != null
        && new ApproveActions(stores).approve(company, List.of(effect.actionId()), by.getName())
            == 1;
  }

  @PostMapping("/release")
  String release(
      @RequestParam String company,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    int released = decisions.releaseWaiting(company, by.getName());
    return frames.said(company, request, next).done("messages.released", released);
  }

  @PostMapping("/drop")
  String drop(
      @RequestParam String company,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    int dropped = decisions.dropWaiting(company, by.getName());
    return frames.said(company, request, next).done("messages.dropped", dropped);
  }

  @PostMapping("/sent")
  String sent(
      @RequestParam String company,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    int sent = decisions.countWaitingAsSent(company, by.getName());
    return frames.said(company, request, next).done("messages.counted-as-sent", sent);
  }
}
