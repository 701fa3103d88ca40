package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.AllocationLine;
import org.dunlin.store.view.PaymentDetail;
import org.dunlin.work.person.AllocateByHand;
import org.dunlin.work.person.AllocateByHand.Outcome;
import org.dunlin.work.person.JudgePayment;
import org.dunlin.work.person.UndoAllocation;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What matching suggests, and what is decided over a payment, as on the review page. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/review",
    produces = MediaType.APPLICATION_JSON_VALUE)
final class ReviewApi extends SumApi<PaymentDetail> {
  private static final int MOST = 100;
  private static final Spoken PAYMENT =
      new Spoken(
          "payment",
          "The credit note is of another customer than the invoice.",
          "The payment was not set aside.");

  private final AllocateByHand allocateByHand;
  private final JudgePayment judgePayment;

  ReviewApi(
      Stores stores,
      AllocateByHand allocateByHand,
      UndoAllocation undoAllocation,
      JudgePayment judgePayment) {
    super(stores, undoAllocation, PAYMENT);
    this.allocateByHand = allocateByHand;
    this.judgePayment = judgePayment;
  }

  /** The payments for which something is suggested, the most certain first; the first of them. */
  @GetMapping
  byte[] queue(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    return items(
        stores.views().reviewQueue().first(company, MOST),
        id -> stores.views().details().payment(company, id).map(ReviewJson::line));
  }

  /** The open credit notes for which something is suggested, the most certain first. */
  @GetMapping("/credit-notes")
  byte[] creditNotes(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    return items(
        stores.views().reviewQueue().creditNotes(company, MOST),
        id -> stores.views().details().creditNote(company, id).map(CreditNoteJson::line));
  }

  /** Those that are still there. */
  private static byte[] items(List<UUID> ids, Function<UUID, Optional<String>> line) {
    return RecordApi.json(ids.stream().map(line).flatMap(Optional::stream).toList(), null);
  }

  /** Says that what is left of the payment is no customer's. */
  @Needs(Right.DECIDE)
  @PostMapping("/{id}/set-aside")
  byte[] setAside(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    boolean done = judgePayment.setAside(company, id, by.getName());
    return done(done, "Nothing is left of the payment to set aside.", company, id);
  }

  /** Says that what is left of the payment is a customer's credit. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/{id}/belongs-to", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] belongsTo(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    UUID customer = ReviewJson.id(SmallBody.of(request, BODY), "customerId");
    if (stores.customers().find(company, customer).isEmpty()) {
      throw new NoSuchCustomer();
    }
    boolean done = judgePayment.belongsTo(company, id, customer, by.getName());
    return done(
        done,
        "Nothing is left of the payment, or it is the customer's credit already.",
        company,
        id);
  }

  @Override
  PaymentDetail find(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    return stores
        .views()
        .details()
        .payment(company, id)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("The company has no payment of this id."));
  }

  @Override
  String line(PaymentDetail detail) {
    return ReviewJson.line(detail);
  }

  @Override
  List<AllocationLine> allocations(PaymentDetail detail) {
    return detail.allocations();
  }

  @Override
  Outcome allocate(String company, UUID id, byte[] body, String by) {
    return allocateByHand.allocate(company, id, ReviewJson.lines(body), by);
  }

  @Override
  void refuse(String company, UUID id, List<UUID> invoices, String by) {
    judgePayment.refuse(company, id, invoices, by);
  }

  @Override
  boolean takeUp(String company, UUID id, String by) {
    return judgePayment.takeUp(company, id, by);
  }
}
