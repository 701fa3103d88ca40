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
import org.dunlin.store.view.AllocationLine;
import org.dunlin.work.person.AllocateByHand.Outcome;
import org.dunlin.work.person.UndoAllocation;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What programs decide over a sum that can be applied to invoices: a payment, or a credit note.
 *
 * @param <D> all about one of them
 */
abstract sealed class SumApi<D> permits ReviewApi, CreditNoteReviewApi {
  static final String BODY = "A decision";

  final Stores stores;
  private final UndoAllocation undoAllocation;
  private final Spoken spoken;

  /**
   * How it is spoken of.
   *
   * @param name what it is
   * @param otherCustomer that a customer is not the other's
   * @param notAside that there is nothing from which it could be taken up
   */
  record Spoken(String name, String otherCustomer, String notAside) {}

  SumApi(Stores stores, UndoAllocation undoAllocation, Spoken spoken) {
    this.stores = stores;
    this.undoAllocation = undoAllocation;
    this.spoken = spoken;
  }

  /** All about one; a problem where the company has none of this id. */
  abstract D find(String company, UUID id);

  abstract String line(D detail);

  /** What can be taken back. */
  abstract List<AllocationLine> allocations(D detail);

  abstract Outcome allocate(String company, UUID id, byte[] body, String by);

  abstract void refuse(String company, UUID id, List<UUID> invoices, String by);

  abstract boolean takeUp(String company, UUID id, String by);

  /** One of them, with a suggestion or without. */
  @GetMapping("/{id}")
  byte[] one(@PathVariable String company, @PathVariable UUID id) {
    return json(company, id);
  }

  /** Confirms a suggestion, or applies the sum otherwise: all lines, or none. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/{id}/allocate", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] allocate(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    Outcome outcome = allocate(company, id, SmallBody.of(request, BODY), by.getName());
    if (outcome != Outcome.DONE) {
      throw type(outcome).because(sentence(outcome));
    }
    return json(company, id);
  }

  /** Says that the sum is not for these invoices. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/{id}/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] refuse(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    List<UUID> invoices = ReviewJson.ids(SmallBody.of(request, BODY), "invoiceIds");
    for (UUID each : invoices) {
      if (stores.invoices().find(company, each).isEmpty()) {
        throw ProblemType.NOT_FOUND.because("The company has no invoice " + each + ".");
      }
    }
    refuse(company, id, invoices, by.getName());
    return json(company, id);
  }

  /** Takes allocations of the sum back: all of them, or none. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/{id}/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] undo(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    List<AllocationLine> allocations = allocations(find(company, id));
    List<UUID> ids = ReviewJson.ids(SmallBody.of(request, BODY), "allocationIds");
    for (UUID each : ids) {
      if (allocations.stream().noneMatch(line -> line.id().equals(each))) {
        throw ProblemType.NOT_FOUND.because(
            "The " + spoken.name() + " has no allocation " + each + ".");
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

  /** Takes it up again, after it was set aside or left to its customer. */
  @Needs(Right.DECIDE)
  @PostMapping("/{id}/take-up")
  byte[] takeUp(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    return done(takeUp(company, id, by.getName()), spoken.notAside(), company, id);
  }

  /** What it is now, where that was done. */
  final byte[] done(boolean done, String otherwise, String company, UUID id) {
    if (!done) {
      throw ProblemType.OTHER_STATE.because(otherwise);
    }
    return json(company, id);
  }

  private byte[] json(String company, UUID id) {
    return line(find(company, id)).getBytes(StandardCharsets.UTF_8);
  }

  private static ProblemType type(Outcome outcome) {
    return switch (outcome) {
      case NOTHING_TO_DO, OTHER_CURRENCY, OTHER_CUSTOMER, NOT_INCOMING -> ProblemType.WRONG_FIELD;
      case NO_INVOICE -> ProblemType.NOT_FOUND;
      case LESS_LEFT, LESS_OPEN, DONE -> ProblemType.OTHER_STATE;
    };
  }

  private String sentence(Outcome outcome) {
    return switch (outcome) {
      case DONE -> "It is allocated.";
      case NOTHING_TO_DO ->
          "Name each invoice once, with an amount above zero that the currency has.";
      case NOT_INCOMING -> "This is no money that came in.";
      case NO_INVOICE -> "The company has no such invoice.";
      case OTHER_CURRENCY -> "The invoice is in another currency than the " + spoken.name() + ".";
      case OTHER_CUSTOMER -> spoken.otherCustomer();
      case LESS_LEFT -> "Less is left of the " + spoken.name() + "; read it again.";
      case LESS_OPEN -> "Less is open on the invoice; read it again.";
    };
  }
}
