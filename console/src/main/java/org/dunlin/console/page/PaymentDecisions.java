package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.person.AllocateByHand;
import org.dunlin.work.person.AllocateByHand.Line;
import org.dunlin.work.person.JudgePayment;
import org.dunlin.work.person.UndoAllocation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides over a payment: where it goes, where it does not, what is taken back. */
@Controller
@Needs(Right.DECIDE)
@RequestMapping("/payments/{id}")
final class PaymentDecisions extends SumDecisions {
  private final AllocateByHand allocateByHand;
  private final JudgePayment judgePayment;

  PaymentDecisions(
      Frames frames,
      Stores stores,
      AllocateByHand allocateByHand,
      UndoAllocation undoAllocation,
      JudgePayment judgePayment) {
    super(
        frames,
        stores,
        undoAllocation,
        new Spoken("review.", "review.taken-up", "review.not-set-aside"));
    this.allocateByHand = allocateByHand;
    this.judgePayment = judgePayment;
  }

  /**
   * Confirms a suggestion as it was shown: its invoices, and the amount of each.
   *
   * @param rest what of each invoice is settled without money: a reason and an amount, or a dash
   * @param note the credit note of which the amount is taken, or a dash where it is of the payment
   */
  @PostMapping("/confirm")
  String confirm(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam List<UUID> invoice,
      @RequestParam List<BigDecimal> amount,
      @RequestParam(defaultValue = "") List<String> rest,
      @RequestParam(defaultValue = "") List<String> note,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    List<Line> lines = ShownLines.of(invoice, amount, rest, note);
    return told(said, allocateByHand.allocate(company, id, lines, by.getName()));
  }

  /**
   * Applies an amount to the invoice that a person names.
   *
   * @param rest why what is left of the invoice is settled, too; empty where it stays open
   */
  @PostMapping("/apply")
  String apply(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam String number,
      @RequestParam String amount,
      @RequestParam(required = false) @Nullable AdjustmentReason rest,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return apply(
        said,
        amount,
        stores.invoices().openOfNumber(company, number.strip()),
        "review.no-such-number",
        (invoice, part) ->
            allocateByHand.allocate(
                company, id, List.of(new Line(invoice, part, rest)), by.getName()));
  }

  /** Says that what is left of the payment is no customer's. */
  @PostMapping("/set-aside")
  String setAside(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return judgePayment.setAside(company, id, by.getName())
        ? said.done("review.set-aside")
        : said.refused("review.nothing-left");
  }

  /**
   * Says that what is left of the payment is a customer's credit.
   *
   * @param customer the customer's id, number or name
   */
  @PostMapping("/belongs-to")
  String belongsTo(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam String customer,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    List<Customer> named = stores.customerFiles().named(company, customer.strip());
    if (named.size() != 1) {
      return said.refused(named.isEmpty() ? "review.no-such-customer" : "review.several-customers");
    }
    UUID customerId = UUID.fromString(named.getFirst().id());
    return judgePayment.belongsTo(company, id, customerId, by.getName())
        ? said.done("review.credited", named.getFirst().name())
        : said.refused("review.nothing-left");
  }

  @Override
  void refuse(String company, UUID id, List<UUID> invoices, String by) {
    judgePayment.refuse(company, id, invoices, by);
  }

  @Override
  boolean takeUp(String company, UUID id, String by) {
    return judgePayment.takeUp(company, id, by);
  }

  @Override
  void mustExist(String company, UUID id) {
    frames.mustExist(company);
    if (stores.payments().find(company, id).isEmpty()) {
      throw new NotHere();
    }
  }
}
