package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.pay.GiveBack;
import org.dunlin.work.person.JudgeRefund;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides of money that may give a customer's credit back. */
@Controller
@Needs(Right.DECIDE)
@RequestMapping("/payments/{id}")
class RefundDecisions {
  private final Frames frames;
  private final Stores stores;
  private final JudgeRefund judgeRefund;
  private final GiveBack giveBack;

  RefundDecisions(Frames frames, Stores stores, JudgeRefund judgeRefund, GiveBack giveBack) {
    this.giveBack = giveBack;
    this.frames = frames;
    this.stores = stores;
    this.judgeRefund = judgeRefund;
  }

  /** Says that the payment, which left, gives the credit back. */
  @PostMapping("/refund")
  String refund(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam UUID credit,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return switch (judgeRefund.settle(company, id, credit, by.getName())) {
      case DONE -> said.done("refunds.done");
      case NO_REFUND -> said.refused("refunds.no-refund");
      case OTHER_CURRENCY -> said.refused("refunds.other-currency");
      case NOTHING_LEFT -> said.refused("refunds.nothing-left");
    };
  }

  /** Says that it does not. */
  @PostMapping("/refuse-refund")
  String refuse(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam UUID credit,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return judgeRefund.refuse(company, id, credit, by.getName())
        ? said.done("refunds.refused")
        : said.refused("refunds.not-suggested");
  }

  /** Takes one back that stands. */
  @PostMapping("/undo-refund")
  String undo(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam UUID refund,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return judgeRefund.undo(company, refund, by.getName())
        ? said.done("refunds.undone")
        : said.refused("refunds.undone-already");
  }

  /** Gives what is left of the payment back at the provider where it came in. */
  @PostMapping("/give-back")
  String giveBack(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return GivenBack.said(said, giveBack.give(company, id, by.getName()), "refunds.at.nothing");
  }

  /** Says that what was asked for at the provider did not happen. */
  @PostMapping("/not-given-back")
  String notGiven(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return giveBack.notGiven(company, id, by.getName())
        ? said.done("refunds.at.mended")
        : said.refused("refunds.at.nothing");
  }

  private void mustExist(String company, UUID id) {
    frames.mustExist(company);
    if (stores.payments().find(company, id).isEmpty()) {
      throw new NotHere();
    }
  }
}
