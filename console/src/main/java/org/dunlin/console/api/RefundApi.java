package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.PaymentDetail;
import org.dunlin.work.pay.GiveBack;
import org.dunlin.work.person.JudgeRefund;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money that left and gives a customer's credit back, for programs. */
@RestController
@Needs(Right.DECIDE)
@RequestMapping(
    path = "/api/v1/companies/{company}/review/{id}",
    produces = MediaType.APPLICATION_JSON_VALUE)
class RefundApi {
  private final Stores stores;
  private final JudgeRefund judgeRefund;
  private final GiveBack giveBack;

  RefundApi(Stores stores, JudgeRefund judgeRefund, GiveBack giveBack) {
    this.giveBack = giveBack;
    this.stores = stores;
    this.judgeRefund = judgeRefund;
  }

  /** Says that the payment, which left, gives a credit back. */
  @PostMapping(path = "/refund", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] refund(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    UUID credit = ReviewJson.id(SmallBody.of(request, "A decision"), "creditId");
    find(company, credit);
    return switch (judgeRefund.settle(company, id, credit, by.getName())) {
      case DONE -> json(company, id);
      case NO_REFUND ->
          throw ProblemType.WRONG_FIELD.because(
              "The payment must have left and be no return, and the other must be a customer’s"
                  + " credit.");
      case OTHER_CURRENCY ->
          throw ProblemType.WRONG_FIELD.because("The two are of different currencies.");
      case NOTHING_LEFT ->
          throw ProblemType.OTHER_STATE.because("Nothing is left of one of the two.");
    };
  }

  /** Says that it does not: no rule suggests it again. */
  @PostMapping(path = "/refuse-refund", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] refuse(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    UUID credit = ReviewJson.id(SmallBody.of(request, "A decision"), "creditId");
    find(company, credit);
    if (!judgeRefund.refuse(company, id, credit, by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          "That refund is not suggested any more; read it again.");
    }
    return json(company, id);
  }

  /** Takes one back that stands. */
  @PostMapping(path = "/undo-refund", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] undo(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    UUID refund = ReviewJson.id(SmallBody.of(request, "A decision"), "refundId");
    if (stores.refunds().find(company, refund).stream()
        .noneMatch(each -> each.paidOut().equals(id) || each.credit().equals(id))) {
      throw ProblemType.NOT_FOUND.because("The payment has no refund " + refund + ".");
    }
    if (!judgeRefund.undo(company, refund, by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          "The refund was taken back before, or was never more than suggested; read it again.");
    }
    return json(company, id);
  }

  /** Says that what was asked for at the provider did not happen. */
  @PostMapping("/not-given-back")
  byte[] notGiven(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    if (!giveBack.notGiven(company, id, by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          "Nothing of the payment was asked back at a provider, or not any more.");
    }
    return json(company, id);
  }

  /** Gives what no invoice took of a payment back at the provider where it came in. */
  @PostMapping("/give-back")
  byte[] giveBack(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    GivenBack.require(
        giveBack.give(company, id, by.getName()),
        "Nothing of the payment can be given back at a provider now, or it was before.");
    return json(company, id);
  }

  private PaymentDetail find(String company, UUID id) {
    return stores
        .views()
        .details()
        .payment(company, id)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("The company has no payment " + id + "."));
  }

  private byte[] json(String company, UUID id) {
    return ReviewJson.line(find(company, id)).getBytes(StandardCharsets.UTF_8);
  }
}
