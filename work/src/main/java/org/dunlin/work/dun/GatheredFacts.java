package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dunlin.core.dunning.DunningFacts;
import org.dunlin.core.dunning.HoldIndex;
import org.dunlin.core.dunning.OpenInvoice;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.DisputeState;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.work.dialogue.Standing;
import org.joda.money.Money;

/**
 * What dunning of one company is decided from on a day, and what holds it: a reminder is never sent
 * on stale or contradicted facts.
 *
 * @param open the open invoices by their ids
 * @param covered the last day that the statements of each account cover
 * @param standing what people said that stops reminders; its holds are among the others
 * @param plans by which the company's customers are dunned
 */
record GatheredFacts(
    Company company,
    Map<String, Customer> customers,
    Map<String, OpenDocument> open,
    List<Hold> holds,
    Map<String, LocalDate> covered,
    Standing standing,
    CompanyPlans plans) {

  /** The same with what people said that stops reminders. */
  GatheredFacts with(Standing said) {
    List<Hold> all = new ArrayList<>(holds);
    all.addAll(said.holds());
    open.forEach(
        (id, document) -> {
          if (wholly(said, document)) {
            all.add(new Hold(null, id, HoldReason.DISPUTE, null));
          }
        });
    all.addAll(plans.shadowed(open.values(), customers));
    return new GatheredFacts(company, customers, open, all, covered, said, plans);
  }

  /**
   * What is to be foreseen by these plans: without what stops everything now, and without what is
   * stale, since both may be otherwise on the day; nor with what the plans now in shadow hold,
   * since the others say so themselves.
   */
  GatheredFacts foreseen(CompanyPlans others) {
    List<Hold> lasting =
        holds.stream()
            .filter(hold -> hold.customerId() != null || hold.invoiceId() != null)
            .filter(hold -> hold.reason() != HoldReason.STALE_SOURCE)
            .filter(hold -> hold.reason() != HoldReason.SHADOW)
            .toList();
    return new GatheredFacts(company, customers, open, lasting, covered, standing, others);
  }

  /**
   * What the engine takes.
   *
   * @param past what was decided before of these customers
   * @param began since when plans are in force
   */
  DunningFacts facts(List<Action> past, Map<String, LocalDate> began) {
    List<OpenInvoice> invoices =
        open.values().stream().map(each -> new OpenInvoice(each.document(), each.open())).toList();
    return new DunningFacts(
        company,
        List.copyOf(customers.values()),
        invoices,
        past,
        holds.stream().filter(hold -> hold.reason() != HoldReason.DISPUTE).toList(),
        List.of(),
        contested(),
        List.of(),
        plans.all(),
        began,
        plans.risks());
  }

  /** What is contested, as the engine takes it: it asks for the rest, an instalment at a time. */
  private List<Dispute> contested() {
    return standing.contested().entrySet().stream()
        .map(
            each ->
                new Dispute(
                    each.getKey(),
                    each.getKey(),
                    each.getValue(),
                    HoldReason.DISPUTE.name(),
                    null,
                    null,
                    DisputeState.OPEN))
        .toList();
  }

  /** The open invoices that nothing holds, by their customers' ids. */
  Map<String, List<OpenInvoice>> free() {
    HoldIndex index = new HoldIndex(holds);
    return open.values().stream()
        .map(this::asked)
        .filter(each -> index.of(each.invoice().customerId(), each.invoice().id()).isEmpty())
        .collect(Collectors.groupingBy(each -> each.invoice().customerId()));
  }

  /**
   * With what may be asked for. One that is contested wholly keeps its amount, so that it is seen
   * to be held.
   */
  private OpenInvoice asked(OpenDocument document) {
    String id = document.document().id();
    return new OpenInvoice(
        document.document(),
        wholly(standing, document) ? document.open() : standing.asked(id, document.open()));
  }

  /** Whether so much of an invoice is contested that the rest is not worth a message. */
  boolean whollyContested(OpenDocument document) {
    return wholly(standing, document);
  }

  private boolean wholly(Standing said, OpenDocument document) {
    String id = document.document().id();
    Money asked = said.asked(id, document.open());
    return said.contested().containsKey(id)
        && !(asked.isPositive() && planOf(document).isWorthIt(asked, company));
  }

  /** Who is in no plan is reminded of nothing, and how small a rest may be is the same to them. */
  private Plan planOf(OpenDocument document) {
    Customer customer = customers.get(document.document().customerId());
    return Optional.ofNullable(customer)
        .flatMap(owner -> plans.of(document.document(), owner))
        .orElseGet(StandardPlan::plan);
  }

  /** The holds that stop a message about this customer and invoice now. */
  List<Hold> holdsOn(String customerId, String invoiceId) {
    return holds.stream()
        .filter(hold -> hold.customerId() == null || hold.customerId().equals(customerId))
        .filter(hold -> hold.invoiceId() == null || hold.invoiceId().equals(invoiceId))
        .toList();
  }
}
