package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.Action;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.outbox.Effect;
import org.dunlin.work.dialogue.NotSaid;
import org.dunlin.work.dun.ApproveActions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person has to approve before it is done. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/approvals")
class ApprovalPages {
  private static final int MOST = 200;

  private final Frames frames;
  private final Stores stores;
  private final ApproveActions approvals;

  ApprovalPages(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    approvals = new ApproveActions(stores);
  }

  @GetMapping
  String list(@RequestParam String company, HttpServletRequest request, Model model) {
    Frame frame = frames.of(company, request);
    List<WaitingApproval> waiting = new ArrayList<>();
    for (Action action : stores.approvals().waiting(company, MOST)) {
      List<String> numbers =
          action.items().stream()
              .map(item -> UUID.fromString(item.invoiceId()))
              .distinct()
              .flatMap(id -> stores.invoices().find(company, id).stream())
              .map(state -> state.invoice().number())
              .toList();
      waiting.add(
          new WaitingApproval(
              action,
              frames.customer(company, UUID.fromString(action.customerId())),
              numbers,
              stores.outbox().awaitingOf(company, action.id()).map(Effect::id).orElse(null)));
    }
    model.addAttribute("frame", frame);
    model.addAttribute("waiting", waiting);
    model.addAttribute("most", MOST);
    return "approvals";
  }

  @Needs(Right.DECIDE)
  @PostMapping("/approve")
  String approve(
      @RequestParam String company,
      @RequestParam(defaultValue = "") List<String> action,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    int approved = approvals.approve(company, named(action), by.getName());
    return frames.said(company, request, next).done("approvals.approved", approved);
  }

  /** No action has a control character in its id; the database would not even look for it. */
  private static List<String> named(List<String> actions) {
    return actions.stream().filter(id -> id.chars().noneMatch(Character::isISOControl)).toList();
  }

  /** Refuses them, and holds their invoices until a day. */
  @Needs(Right.DECIDE)
  @PostMapping("/refuse")
  String refuse(
      @RequestParam String company,
      @RequestParam(defaultValue = "") List<String> action,
      @RequestParam(required = false) @Nullable String until,
      @RequestParam(required = false) @Nullable String words,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Said said = frames.said(company, request, next);
    try {
      int refused =
          approvals.refuse(company, named(action), Given.dateNeeded(until), words, by.getName());
      return said.done("approvals.refused", refused);
    } catch (NotSaid e) {
      return said.refused("talk.refused." + e.refusal());
    } catch (Given.Wrong e) {
      return said.refused(e.key());
    }
  }
}
