package org.dunlin.console.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dunlin.store.access.Right;
import org.jspecify.annotations.Nullable;

/**
 * What the menu leads to, in its order. Pages that people use for one purpose are one entry, and
 * tabs beside each other; the page of one record belongs to the list that it stands in.
 */
public final class Navigation {
  /** The groups of the menu. */
  public static final List<Group> GROUPS =
      List.of(
          new Group(
              null, List.of(of("/", "frame.dashboard", "/live"), of("/tasks", "tasks.title"))),
          new Group(
              "frame.receivables",
              List.of(
                  of("/customers", "frame.customers"),
                  of("/invoices", "frame.invoices"),
                  of("/payments", "frame.payments"),
                  new Entry(
                      "review.title",
                      List.of(
                          new Tab("/review", "review.payments"),
                          new Tab("/questions", "questions.title"),
                          new Tab("/back-test", "backtest.title"))),
                  new Entry(
                      "frame.agreements",
                      List.of(
                          new Tab("/promises", "talk.list.PROMISE", "/standstills"),
                          new Tab("/disputes", "talk.list.DISPUTE"),
                          new Tab("/arrangements", "talk.list.ARRANGEMENT"),
                          new Tab("/holds", "talk.list.HOLD"))),
                  new Entry(
                      "frame.collecting",
                      List.of(
                          new Tab("/payment-links", "paylinks.title"),
                          new Tab("/debits", "debit.title"),
                          new Tab("/mandates", "debit.mandates"),
                          new Tab("/payouts", "provider.title"))),
                  new Entry(
                      "reports.title",
                      List.of(
                          new Tab("/reports", "reports.title"),
                          new Tab("/expected", "expected.title"),
                          new Tab("/goal", "goal.title"))))),
          new Group(
              "frame.reminding",
              List.of(
                  of("/ahead", "ahead.title"),
                  of("/approvals", "approvals.title"),
                  new Entry(
                      "frame.messages",
                      List.of(
                          new Tab("/messages", "frame.messages", "/hand-overs"),
                          new Tab("/messages/held", "held.title"))),
                  of("/plans", "plans.title"),
                  of("/templates", "templates.title"),
                  of("/claims", "claims.title"))),
          new Group(
              "frame.traffic",
              List.of(
                  new Entry(
                      "frame.flows",
                      List.of(
                          new Tab("/flows", "frame.flows"), new Tab("/waiting", "waiting.title"))),
                  new Entry(
                      "frame.inbox",
                      List.of(
                          new Tab("/inbox", "frame.inbox", "/deliveries"),
                          new Tab("/upload", "upload.title", Right.UPLOAD),
                          new Tab("/import", "sheets.title", Right.CONNECT),
                          new Tab("/replays", "replays.title"))),
                  of("/outbox", "frame.outbox"),
                  of("/journal", "journal.title"))),
          new Group(
              "frame.set-up",
              List.of(
                  new Entry(
                      "frame.profile",
                      List.of(
                          new Tab("/company", "frame.profile", "/companies"),
                          new Tab("/roll-out", "rollout.title"))),
                  new Entry(
                      "frame.connections",
                      List.of(
                          new Tab("/connections", "frame.connections"),
                          new Tab("/programs", "connections.add", Right.CONNECT))),
                  new Entry(
                      "frame.people",
                      List.of(new Tab("/people", "frame.people", null, Right.ADMINISTER, true))),
                  new Entry(
                      "frame.tokens",
                      List.of(
                          new Tab("/tokens", "frame.tokens", Right.ADMINISTER),
                          new Tab("/api", "api.try"))),
                  of("/endpoints", "endpoints.title"),
                  new Entry(
                      "frame.settings",
                      List.of(
                          new Tab("/settings", "frame.settings", null, Right.ADMINISTER, true))))));

  private Navigation() {}

  /**
   * Entries that belong together.
   *
   * @param key of its words; absent for what everyone looks at first
   */
  public record Group(@Nullable String key, List<Entry> entries) {}

  /**
   * A line of the menu, which leads to the first of its tabs.
   *
   * @param key of its words
   * @param tabs one where it is a page of its own
   */
  public record Entry(String key, List<Tab> tabs) {
    /** Where it leads. */
    public String path() {
      return tabs.getFirst().path();
    }

    /** Whether the page at this address is one of it. */
    public boolean holds(String address) {
      return tab(address).filter(tabs::contains).isPresent();
    }
  }

  /**
   * A page of the menu.
   *
   * @param key of its words
   * @param also where else its pages lie; absent where nowhere
   * @param right without which the page is not shown
   * @param hub whether that right is needed in all companies
   */
  public record Tab(String path, String key, @Nullable String also, Right right, boolean hub) {
    Tab(String path, String key) {
      this(path, key, null, Right.SEE, false);
    }

    Tab(String path, String key, String also) {
      this(path, key, also, Right.SEE, false);
    }

    Tab(String path, String key, Right right) {
      this(path, key, null, right, false);
    }

    private boolean isFor(Frame frame) {
      return hub ? frame.mayEverywhere(right) : frame.may(right);
    }

    /** Whether the address is the page itself, and not one of its records. */
    public boolean is(String address) {
      return pathOf(address).equals(path);
    }

    /** How much of the address is its own; nothing where the address is not under it. */
    private int of(String address) {
      return Math.max(common(path, address), also == null ? 0 : common(also, address));
    }

    private static int common(String path, String address) {
      boolean under = address.equals(path) || !path.equals("/") && address.startsWith(path + "/");
      return under ? path.length() : 0;
    }
  }

  /** The menu with what the reader may see of it. */
  public static List<Group> groups(Frame frame) {
    return GROUPS.stream()
        .map(group -> new Group(group.key(), entries(group, frame)))
        .filter(group -> !group.entries().isEmpty())
        .toList();
  }

  private static List<Entry> entries(Group group, Frame frame) {
    return group.entries().stream()
        .map(
            entry ->
                new Entry(
                    entry.key(), entry.tabs().stream().filter(tab -> tab.isFor(frame)).toList()))
        .filter(entry -> !entry.tabs().isEmpty())
        .toList();
  }

  /** The tabs beside the page that the reader sees; none where it stands by itself. */
  public static List<Tab> tabs(Frame frame) {
    List<Tab> tabs = tabs(frame.address()).stream().filter(tab -> tab.isFor(frame)).toList();
    return tabs.size() > 1 ? tabs : List.of();
  }

  /** The tabs that share the page at this address; none where it stands by itself. */
  public static List<Tab> tabs(String address) {
    return entries()
        .filter(entry -> entry.tabs().stream().anyMatch(tab -> tab.is(address)))
        .findFirst()
        .map(Entry::tabs)
        .filter(tabs -> tabs.size() > 1)
        .orElse(List.of());
  }

  /** The entry to which the page at this address belongs. */
  public static Optional<Entry> entry(String address) {
    return entries().filter(entry -> entry.holds(address)).findFirst();
  }

  private static Optional<Tab> tab(String address) {
    String path = pathOf(address);
    return entries()
        .flatMap(entry -> entry.tabs().stream())
        .filter(tab -> tab.of(path) > 0)
        .max(Comparator.comparingInt(tab -> tab.of(path)));
  }

  private static Stream<Entry> entries() {
    return GROUPS.stream().flatMap(group -> group.entries().stream());
  }

  private static String pathOf(String address) {
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }

  private static Entry of(String path, String key) {
    return new Entry(key, List.of(new Tab(path, key)));
  }

  private static Entry of(String path, String key, String also) {
    return new Entry(key, List.of(new Tab(path, key, also)));
  }
}
