package org.dunlin.work.dun;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.dunning.Breaker;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.port.Freshness;
import org.dunlin.core.port.Spans;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Flows;
import org.dunlin.store.company.WorkDue;
import org.dunlin.work.CompanyWork;
import org.dunlin.work.Quiet;
import org.dunlin.work.dialogue.Standing;
import org.dunlin.work.dialogue.WatchStandstills;
import org.dunlin.work.figure.KeepStanding;
import org.dunlin.work.handover.HandOvers;
import org.dunlin.work.pay.LinkStates;
import org.dunlin.work.pay.PayAddress;
import org.dunlin.work.pay.PaymentLinks;

/** Decides who is reminded of what on a company's business date. */
public final class DunCompany {
  private static final int USUAL_DAYS = 30;

  private final Stores stores;
  private final CompanyWork companyWork;
  private final Checkpoint checkpoint;
  private final int breakerFloor;
  private final Quiet quiet;
  private final long attachedBytes;
  private final SourceHolds sourceHolds;
  private final PaymentLinks links;
  private final Spans spans;

  /**
   * @param breakerFloor so many messages a day never ask a person first
   * @param quiet how long nothing must have come in before new facts are decided over, so that what
   *     comes together is taken together; waited for at most ten times
   * @param attachedBytes how large the documents of one message may be together
   */
  public DunCompany(
      Stores stores, Checkpoint checkpoint, int breakerFloor, Duration quiet, long attachedBytes) {
    this(
        stores,
        checkpoint,
        breakerFloor,
        quiet,
        attachedBytes,
        new SourceHolds(stores, Freshness.NONE, SourceHolds.MOST_AGE, Clock.systemUTC()),
        new PaymentLinks(stores, PayAddress.NONE));
  }

  /**
   * @param sourceHolds what of the invoices' programs holds their reminders
   * @param links by which customers may pay what a message asks for
   */
  public DunCompany(
      Stores stores,
      Checkpoint checkpoint,
      int breakerFloor,
      Duration quiet,
      long attachedBytes,
      SourceHolds sourceHolds,
      PaymentLinks links) {
    this(stores, checkpoint, breakerFloor, quiet, attachedBytes, sourceHolds, links, Spans.NONE);
  }

  /**
   * The same.
   *
   * @param spans who is told of each day that is decided
   */
  public DunCompany(
      Stores stores,
      Checkpoint checkpoint,
      int breakerFloor,
      Duration quiet,
      long attachedBytes,
      SourceHolds sourceHolds,
      PaymentLinks links,
      Spans spans) {
    this.spans = spans;
    this.links = links;
    this.sourceHolds = sourceHolds;
    this.stores = stores;
    this.companyWork = new CompanyWork(stores);
    this.checkpoint = checkpoint;
    this.breakerFloor = breakerFloor;
    this.quiet = new Quiet(stores, quiet, Stage.DUN);
    this.attachedBytes = attachedBytes;
  }

  /** Decides for every company whose day is new or whose facts changed; true when there was one. */
  public boolean next() {
    boolean worked = false;
    for (String companyId : stores.companies().ids()) {
      if (due(companyId)) {
        worked |= companyWork.run(companyId, WorkDue.DUN, this::dunInSpan);
      }
    }
    if (worked) {
      stores.wakeups().wake(Stage.DELIVER);
    }
    return worked;
  }

  /** What is wrong with one company must not keep the others from their turn. */
  private boolean due(String companyId) {
    try {
      LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
      List<UUID> notes = stores.companies().workDue(companyId, WorkDue.DUN);
      return !stores.companies().dunnedOn(companyId, today)
          || !notes.isEmpty() && isQuiet(companyId, notes);
    } catch (IllegalStateException e) {
      stores.flows().failed(companyId, Flows.ALL, "dun", String.valueOf(e.getMessage()));
      return false;
    }
  }

  private boolean isQuiet(String companyId, List<UUID> notes) {
    Instant oldest = notes.stream().map(Ids::madeAt).min(Comparator.naturalOrder()).orElseThrow();
    return quiet.permits(companyId, oldest);
  }

  private void dunInSpan(String companyId) {
    spans.in(Spans.Work.over(Spans.Step.DUN, companyId), () -> dun(companyId));
  }

  private void dun(String companyId) {
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    if (!stores.companies().dunnedOn(companyId, today)
        && stores.pay().fees().awaited(companyId, today)) {
      stores
          .companies()
          .addWorkDue(companyId, WorkDue.MATCH); // books what was kept on days now over
    }
    new LinkStates(stores).settle(companyId, today);
    CustomerRisks.keep(stores, companyId, today);
    new KeepStanding(stores).keep(companyId, today);
    CompanyDay ledger = CompanyDay.of(stores, profile, today, sourceHolds);
    new WatchStandstills(stores, profile.company(), today)
        .watch(ledger.covered(), ledger.undecided());
    new HandOvers(stores).recallWhatIsPaid(companyId);
    CompanyDay day = ledger.with(Standing.of(stores, companyId, today));
    new WaitingMessages(stores, day).withdrawWhatChanged(today);
    new WaitingCalls(stores, day).withdrawWhatChanged(today);
    new DecideDay(stores, day, links, attachedBytes)
        .decide(decided -> asksFirst(companyId, today, decided));
    stores.companies().setDunnedOn(companyId, today);
    checkpoint.reached(Step.DUN_RECORDED);
  }

  /**
   * A day that would send far more than usual waits for a person; so does every day of a restored
   * hub until that is settled, since the hub before it may have sent the same.
   */
  private ActionState asksFirst(String companyId, LocalDate today, int decidedNow) {
    return stores.settings().restored().isPresent()
            || farMoreThanUsual(companyId, today, decidedNow)
        ? ActionState.AWAITING_APPROVAL
        : ActionState.DUE;
  }

  private boolean farMoreThanUsual(String companyId, LocalDate today, int decidedNow) {
    int messages = stores.actions().takenOn(companyId, today) + decidedNow;
    List<Integer> usual = stores.actions().takenPerDayBefore(companyId, today, USUAL_DAYS);
    return decidedNow > 0 && Breaker.trips(messages, usual, breakerFloor);
  }
}
