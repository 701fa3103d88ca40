package org.dunlin.work.watch;

import java.util.List;

/** What is read of the hub, with the labels that tell its readings apart. None is a customer. */
public enum Gauge {
  /** What is open of invoices, in the currency. */
  OPEN("dunlin.open", "What is open of invoices", "company", "currency"),
  /** What of it is overdue. */
  OVERDUE("dunlin.overdue", "What is overdue of invoices", "company", "currency"),
  /** What is open of credit notes. */
  CREDIT("dunlin.credit", "What is open of credit notes", "company", "currency"),
  /** How many invoices are open. */
  OPEN_INVOICES("dunlin.open.invoices", "How many invoices are open", "company", "currency"),
  /** How many customers owe. */
  DEBTORS("dunlin.debtors", "How many customers owe", "company", "currency"),
  /** How much waits in a flow. */
  WAITING("dunlin.waiting", "How much waits in a flow", "company", "connection", "flow"),
  /** For how many seconds the oldest of it has waited. */
  LAG(
      "dunlin.lag.seconds",
      "For how long the oldest in a flow has waited",
      "company",
      "connection",
      "flow"),
  /** How often a flow failed since the hub was set up. */
  FLOW_FAILURES("dunlin.flow.failures", "How often a flow failed", "company", "connection", "flow"),
  /** 1 where the last thing that a flow did was to fail. */
  FLOW_FAILING(
      "dunlin.flow.failing",
      "Whether a flow failed the last time",
      "company",
      "connection",
      "flow"),
  /** How many seconds ago a flow last did what it is for. */
  FLOW_SUCCESS_AGE(
      "dunlin.flow.success.age.seconds",
      "How long ago a flow last moved something",
      "company",
      "connection",
      "flow"),
  /** How many reminders a reason holds. */
  HELD_REMINDERS("dunlin.held.reminders", "How many reminders a reason holds", "company", "reason"),
  /** How much waits for a person. */
  TASKS("dunlin.tasks", "How much waits for a person", "company", "kind"),
  /** How often money was applied in the last seven business dates. */
  ALLOCATIONS(
      "dunlin.allocations.week",
      "How often money was applied in seven days",
      "company",
      "decision",
      "rule"),
  /** How often something happened on the business date. */
  TODAY("dunlin.today", "What happened on the business date", "company", "kind"),
  /** 1 where a connection is paused. */
  CONNECTION_PAUSED(
      "dunlin.connection.paused", "Whether a connection is paused", "company", "connection"),
  /** 1 while everything is stopped. */
  STOPPED("dunlin.stopped", "Whether everything is stopped"),
  /** How many seconds ago the last backup was made. */
  BACKUP_AGE("dunlin.backup.age.seconds", "How long ago the last backup was made");

  private final String title;
  private final String help;
  private final List<String> labels;

  Gauge(String title, String help, String... labels) {
    this.title = title;
    this.help = help;
    this.labels = List.of(labels);
  }

  /** Its name, with dots. */
  public String title() {
    return title;
  }

  /** What it is, in a few words. */
  public String help() {
    return help;
  }

  /** The names of its labels. */
  public List<String> labels() {
    return labels;
  }
}
