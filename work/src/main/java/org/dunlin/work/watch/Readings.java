package org.dunlin.work.watch;

import static org.dunlin.work.watch.Reading.of;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.FlowState;
import org.dunlin.store.view.MatchedByRule;
import org.dunlin.store.view.Standing;
import org.dunlin.store.view.Tasks;
import org.dunlin.store.view.Views;
import org.dunlin.store.view.WaitingWork;
import org.dunlin.store.view.WhatChanged;
import org.joda.money.CurrencyUnit;

/**
 * Reads what the hub keeps of itself. It counts nothing of the ledger, so that it costs the same
 * with a thousand invoices and with a million.
 */
public final class Readings {
  private static final int DAYS = 7;

  private final Stores stores;
  private final MatchedByRule matched;

  /** Of these stores. */
  public Readings(Stores stores, MatchedByRule matched) {
    this.stores = stores;
    this.matched = matched;
  }

  /** All that is to be read of every company at a moment. */
  public List<Reading> take(Instant now) {
    List<Reading> readings = new ArrayList<>();
    readings.add(of(Gauge.STOPPED, stores.settings().stopped() ? 1 : 0));
    stores
        .settings()
        .backedUp()
        .ifPresent(at -> readings.add(of(Gauge.BACKUP_AGE, seconds(at, now))));
    for (String companyId : stores.companies().ids()) {
      LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
      money(readings, companyId, today);
      flows(readings, companyId, now);
      decisions(readings, companyId, today);
    }
    return readings;
  }

  private void money(List<Reading> readings, String companyId, LocalDate today) {
    for (Standing standing : stores.views().receivables().standing(companyId, today)) {
      CurrencyUnit currency = standing.currency();
      String code = currency.getCode();
      readings.add(of(Gauge.OPEN, standing.total().getAmount(), companyId, code));
      readings.add(of(Gauge.OVERDUE, standing.overdue().getAmount(), companyId, code));
      readings.add(of(Gauge.CREDIT, standing.credit().getAmount(), companyId, code));
      readings.add(of(Gauge.OPEN_INVOICES, standing.invoices(), companyId, code));
      readings.add(of(Gauge.DEBTORS, standing.customers(), companyId, code));
    }
  }

  private void flows(List<Reading> readings, String companyId, Instant now) {
    for (WaitingWork.Line line : stores.views().waitingWork().of(companyId)) {
      String connection = line.connectionId();
      readings.add(of(Gauge.WAITING, line.waiting(), companyId, connection, line.flow()));
      readings.add(of(Gauge.LAG, seconds(line.since(), now), companyId, connection, line.flow()));
    }
    for (FlowState flow : stores.flows().of(companyId)) {
      String connection = flow.connectionId();
      readings.add(of(Gauge.FLOW_FAILURES, flow.failures(), companyId, connection, flow.flow()));
      readings.add(
          of(Gauge.FLOW_FAILING, flow.failing() ? 1 : 0, companyId, connection, flow.flow()));
      Instant success = flow.lastSuccessAt();
      if (success != null) {
        readings.add(
            of(Gauge.FLOW_SUCCESS_AGE, seconds(success, now), companyId, connection, flow.flow()));
      }
    }
    for (Connection connection : stores.connections().of(companyId)) {
      readings.add(
          of(Gauge.CONNECTION_PAUSED, connection.paused() ? 1 : 0, companyId, connection.id()));
    }
  }

  private void decisions(List<Reading> readings, String companyId, LocalDate today) {
    Views views = stores.views();
    views
        .heldReminders()
        .byReason(companyId)
        .forEach(
            (reason, held) ->
                readings.add(of(Gauge.HELD_REMINDERS, held, companyId, reason.name())));
    for (WhatChanged.Change change : views.whatChanged().between(companyId, today, today)) {
      readings.add(of(Gauge.TODAY, change.times(), companyId, change.kind().name()));
    }
    for (MatchedByRule.Line line : matched.after(companyId, today.minusDays(DAYS))) {
      readings.add(of(Gauge.ALLOCATIONS, line.times(), companyId, line.decision(), line.rule()));
    }
    tasks(readings, companyId, views.tasks().of(companyId, today));
  }

  private static void tasks(List<Reading> readings, String companyId, Tasks.Counts counts) {
    readings.add(of(Gauge.TASKS, counts.quarantined(), companyId, "QUARANTINED"));
    readings.add(of(Gauge.TASKS, counts.poison(), companyId, "POISON"));
    readings.add(of(Gauge.TASKS, counts.partly(), companyId, "PARTLY"));
    readings.add(of(Gauge.TASKS, counts.unknown(), companyId, "UNKNOWN"));
    readings.add(of(Gauge.TASKS, counts.failed(), companyId, "FAILED"));
    readings.add(of(Gauge.TASKS, counts.awaiting(), companyId, "AWAITING"));
    readings.add(of(Gauge.TASKS, counts.approvals(), companyId, "APPROVALS"));
    readings.add(of(Gauge.TASKS, counts.conflicts(), companyId, "CONFLICTS"));
    readings.add(of(Gauge.TASKS, counts.suggested(), companyId, "SUGGESTED"));
    readings.add(of(Gauge.TASKS, counts.questions(), companyId, "QUESTIONS"));
    readings.add(of(Gauge.TASKS, counts.endpoints(), companyId, "ENDPOINTS"));
    readings.add(of(Gauge.TASKS, counts.stuck(), companyId, "STUCK"));
  }

  private static long seconds(Instant since, Instant now) {
    return Math.max(0, Duration.between(since, now).toSeconds());
  }
}
