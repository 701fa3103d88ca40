package org.dunlin.work.match;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.Matcher;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.port.Spans;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.work.CompanyWork;
import org.dunlin.work.Quiet;
import org.dunlin.work.pay.LinkStates;
import org.dunlin.work.tell.TellPrograms;

/** Allocates one company's unallocated payments and open credit notes. */
public final class MatchCompany {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Stores stores;
  private final CompanyWork companyWork;
  private final TellPrograms told;
  private final Abilities abilities;
  private final Checkpoint checkpoint;
  private final Spans spans;
  private final Quiet quiet;

  /** Over these stores, with programs that cannot be told anything. */
  public MatchCompany(Stores stores, Checkpoint checkpoint) {
    this(stores, checkpoint, Abilities.NONE);
  }

  /** Over these stores; what is found the programs are told as far as they are able. */
  public MatchCompany(Stores stores, Checkpoint checkpoint, Abilities abilities) {
    this(stores, checkpoint, abilities, Spans.NONE, Duration.ZERO);
  }

  /**
   * The same.
   *
   * @param spans who is told of each time that a company is matched
   * @param quiet how long nothing must have come in before it is decided over, so that what comes
   *     together is taken together; waited for at most ten times
   */
  public MatchCompany(
      Stores stores, Checkpoint checkpoint, Abilities abilities, Spans spans, Duration quiet) {
    this.spans = spans;
    this.quiet = new Quiet(stores, quiet, Stage.MATCH);
    this.stores = stores;
    this.companyWork = new CompanyWork(stores);
    this.told = new TellPrograms(stores, abilities);
    this.abilities = abilities;
    this.checkpoint = checkpoint;
  }

  /** Matches every company for which something changed; true when there was one. */
  public boolean next() {
    boolean worked = false;
    for (String companyId : stores.companies().ids()) {
      List<UUID> due = stores.companies().workDue(companyId, WorkDue.MATCH);
      if (!due.isEmpty() && !isToCome(companyId, Ids.madeAt(Collections.min(due)))) {
        worked |=
            companyWork.run(companyId, WorkDue.MATCH, List.of(this::compare, this::matchInSpan));
      }
    }
    if (worked) {
      stores.wakeups().wake(Stage.DUN);
      stores.wakeups().wake(Stage.DELIVER);
    }
    return worked;
  }

  /**
   * Whether a program is being read, or there is still to be translated what had arrived when the
   * first of the work became due: the invoice that a payment names may be in it; or more is just
   * coming in. A program may be slow and a person may have stopped a stage, so it is waited for so
   * long and no longer.
   */
  private boolean isToCome(String companyId, Instant firstDue) {
    return Instant.now().isBefore(firstDue.plus(PATIENCE))
        && (stores.programs().linked().beingRead(companyId)
            || stores.inbox().hasToRead(companyId, firstDue)
            || !quiet.permits(companyId, firstDue));
  }

  /**
   * What was written since the last time may be what another program has, too, or what the hub has
   * allocated, or is it no more. Ends before the matching begins, since nobody can translate while
   * sources are compared.
   */
  private void compare(String companyId) {
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    Instant until = stores.bookedInvoices().settled();
    Instant since = stores.bookedInvoices().comparedUntil(companyId);
    new OneTruth(stores, companyId, today).compare(since);
    BookedClaims claims = new BookedClaims(stores, companyId, today);
    stores.bookedInvoices().changed(companyId, since).forEach(claims::compare);
    claims.changed().forEach(invoiceId -> told.standing(profile, invoiceId, today));
    stores.bookedInvoices().setComparedUntil(companyId, until);
  }

  private void matchInSpan(String companyId) {
    spans.in(Spans.Work.over(Spans.Step.MATCH, companyId), () -> match(companyId));
  }

  private void match(String companyId) {
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    Set<UUID> settled = new LinkedHashSet<>();
    stores.awaitedInvoices().endArrived(companyId);
    Suggestions suggestions = new Suggestions(stores, companyId);
    Findings findings = new Findings(stores, told, profile, today, suggestions);
    MatchFacts facts = OpenItems.of(stores, profile);
    BookedMoney booked = new BookedMoney(stores, companyId, today);
    new FindPayouts(stores, abilities, companyId, today).find(facts);
    booked.find(facts);
    settled.addAll(booked.changed());
    CollectedMoney collected = new CollectedMoney(stores, companyId, today);
    collected.find(findings);
    Set<String> heldBack = new LinkedHashSet<>(booked.heldBack());
    heldBack.addAll(collected.heldBack());
    CheckoutMoney links = new CheckoutMoney(stores, companyId);
    links.find(findings, heldBack);
    if (!findings.settled().isEmpty()) {
      facts = OpenItems.without(stores, companyId, facts, findings.settled());
    }
    Map<UUID, UUID> again = new LinkedHashMap<>(links.again());
    Set<String> notFree = links.notFree(heldBack);
    Matcher matcher = new Matcher(facts.view(OpenItems.history(stores, companyId)));
    matcher.left(stores.openCreditNotes().left(companyId));
    findings.add(matcher.credits(), settledWithoutMoney(matcher));
    SettledNamed settledNamed =
        new SettledNamed(stores, companyId, today.minusYears(OpenItems.SETTLED_YEARS));
    // All are asked for what they name before any is asked for what it may mean.
    for (Asked asked : List.<Asked>of(matcher::named, matcher::next)) {
      OpenItems.eachPayment(
          stores,
          companyId,
          payments -> {
            List<UnallocatedPayment> free = free(payments, notFree);
            settledNamed.tell(matcher, free);
            List<Allocation> lines = asked.of(free);
            findings.add(lines, settledWithoutMoney(matcher));
            matcher
                .paidAgain()
                .forEach(
                    each ->
                        again.put(
                            UUID.fromString(each.paymentId()), UUID.fromString(each.invoiceId())));
          });
    }
    findings.add(matcher.undecidedCredits(stores.openCreditNotes().notAsked(companyId)), List.of());
    settled.addAll(findings.settled());
    suggestions.forgetOthers();
    stores.paidAgain().replace(companyId, again);
    settled.addAll(new Returns(stores, companyId, today).undo());
    new FindRefunds(stores, companyId, today).find(facts);
    settled.forEach(invoiceId -> told.standing(profile, invoiceId, today));
    told.takenBack(profile, today);
    told.fees(profile, today);
    new LinkStates(stores).settle(companyId, today);
    stores.companies().addWorkDue(companyId, WorkDue.DUN);
    checkpoint.reached(Step.MATCH_RECORDED);
  }

  private static List<Adjustment> settledWithoutMoney(Matcher matcher) {
    List<Adjustment> both = new ArrayList<>(matcher.adjustments());
    both.addAll(matcher.offered());
    return both;
  }

  private static List<UnallocatedPayment> free(
      List<UnallocatedPayment> payments, Set<String> heldBack) {
    return payments.stream()
        .filter(candidate -> !heldBack.contains(candidate.payment().id()))
        .toList();
  }

  private interface Asked {
    List<Allocation> of(List<UnallocatedPayment> payments);
  }
}
