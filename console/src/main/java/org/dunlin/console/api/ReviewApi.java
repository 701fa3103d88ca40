package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
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
class ReviewApi {
  private static final int MOST = 100;

  private final Stores stores;
  private final AllocateByHand allocateByHand;
  private final UndoAllocation undoAllocation;
  private final JudgePayment judgePayment;

  ReviewApi(
      Stores stores,
      AllocateByHand allocateByHand,
      UndoAllocation undoAllocation,
      JudgePayment judgePayment) {
    this.stores = stores;
    this.allocateByHand = allocateByHand;
    this.undoAllocation = undoAllocation;
    this.judgePayment = judgePayment;
  }

  /** The payments for which something is suggested, the most certain first; the first of them. */
  @GetMapping
  byte[] queue(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    List<String> items =
        stores.views().reviewQueue().first(company, MOST).stream()
            .map(id -> stores.views().details().payment(company, id))
            .flatMap(Optional::stream)
            .map(ReviewJson::line)
            .toList();
    return RecordApi.json(items, null);
  }

  /** One payment, with a suggestion or without. */
  @GetMapping("/{id}")
  byte[] one(@PathVariable String company, @PathVariable UUID id) {
    return json(company, id);
  }

  /** Confirms a suggestion, or applies the payment otherwise: all lines, or none. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/{id}/allocate", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] allocate(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    Outcome outcome =
        allocateByHand.allocate(
            company, id, ReviewJson.lines(SmallBody.of(request, "A decision")), by.getName());
    if (outcome != Outcome.DONE) {
      throw type(outcome).because(sentence(outcome));
    }
    return json(company, id);
  }

  /** Says that the payment does not pay these invoices. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/{id}/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] refuse(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    List<UUID> invoices = ReviewJson.ids(SmallBody.of(request, "A decision"), "invoiceIds");
    for (UUID each : invoices) {
      if (stores.invoices().find(company, each).isEmpty()) {
        throw ProblemType.NOT_FOUND.because("The company has no invoice " + each + ".");
      }
    }
    judgePayment.refuse(company, id, invoices, by.getName());
    return json(company, id);
  }

  /** Takes allocations of the payment back: all of them, or none. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/{id}/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] undo(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    PaymentDetail detail = find(company, id);
    List<UUID> ids = ReviewJson.ids(SmallBody.of(request, "A decision"), "allocationIds");
    for (UUID each : ids) {
      if (detail.allocations().stream().noneMatch(line -> line.id().equals(each))) {
        throw ProblemType.NOT_FOUND.because("The payment has no allocation " + each + ".");
      }
    }
    Optional<UUID> other = undoAllocation.undo(company, ids, by.getName());
    if (other.isPresent()) {
      throw ProblemType.OTHER_STATE.because(
          "Allocation "
              + other.get()
              + " was taken back before, or its program has booked it; nothing was taken back.");
    }
    return json(company, id);
  }

  /** Says that what is left of the payment is no customer's. */
  @Needs(Right.DECIDE)
  @PostMapping("/{id}/set-aside")
  byte[] setAside(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    if (!judgePayment.setAside(company, id, by.getName())) {
      throw ProblemType.OTHER_STATE.because("Nothing is left of the payment to set aside.");
    }
    return json(company, id);
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
    UUID customer = ReviewJson.id(SmallBody.of(request, "A decision"), "customerId");
    if (stores.customers().find(company, customer).isEmpty()) {
      throw new NoSuchCustomer();
    }
    if (!judgePayment.belongsTo(company, id, customer, by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          "Nothing is left of the payment, or it is the customer's credit already.");
    }
    return json(company, id);
  }

  /** Takes that back. */
  @Needs(Right.DECIDE)
  @PostMapping("/{id}/take-up")
  byte[] takeUp(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    if (!judgePayment.takeUp(company, id, by.getName())) {
      throw ProblemType.OTHER_STATE.because("The payment was not set aside.");
    }
    return json(company, id);
  }

  private static ProblemType type(Outcome outcome) {
    return switch (outcome) {
      case NOTHING_TO_DO, OTHER_CURRENCY, OTHER_CUSTOMER, NOT_INCOMING -> ProblemType.WRONG_FIELD;
      case NO_INVOICE -> ProblemType.NOT_FOUND;
      case LESS_LEFT, LESS_OPEN, DONE -> ProblemType.OTHER_STATE;
    };
  }

  private static String sentence(Outcome outcome) {
    return switch (outcome) {
      case DONE -> "It is allocated.";
      case NOTHING_TO_DO ->
          "Name each invoice once, with an amount above zero that the currency has.";
      case NOT_INCOMING -> "This is no money that came in.";
      case NO_INVOICE -> "The company has no such invoice.";
      case OTHER_CURRENCY -> "The invoice is in another currency than the payment.";
      case OTHER_CUSTOMER -> "The credit note is of another customer than the invoice.";
      case LESS_LEFT -> "Less is left of the payment; read it again.";
      case LESS_OPEN -> "Less is open on the invoice; read it again.";
    };
  }

  private byte[] json(String company, UUID id) {
    return ReviewJson.line(find(company, id)).getBytes(StandardCharsets.UTF_8);
  }

  private PaymentDetail find(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    return stores
        .views()
        .details()
        .payment(company, id)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("The company has no payment of this id."));
  }
}
