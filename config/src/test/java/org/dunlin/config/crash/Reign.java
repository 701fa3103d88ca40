package org.dunlin.config.crash;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One hub after the other over the same data, each until it is killed. */
final class Reign {
  private final Outside outside;
  private final Hubs hubs;
  private final List<String> settings;
  private final Deque<Kill> plan;
  private final List<Kill> done = new ArrayList<>();
  private HubProcess hub;
  private CompletableFuture<String> there = new CompletableFuture<>();

  /** Starts the first hub. */
  Reign(Outside outside, Hubs hubs, List<String> settings, Collection<Kill> plan)
      throws IOException {
    this.outside = outside;
    this.hubs = hubs;
    this.settings = settings;
    this.plan = new ArrayDeque<>(plan);
    this.hub = hubs.start(settings);
    arm();
  }

  /** Lets the days that have passed in a world before pass in it once more, without kills. */
  static void undisturbed(Outside again, Hubs hubs, List<String> settings) throws IOException {
    Reign reign = new Reign(again, hubs, settings, List.of());
    for (List<LocalDate> days : again.passed()) {
      reign.pass(days);
    }
    reign.end();
  }

  /**
   * Lets days pass as one, their work interrupted by as many kills as come in its way: first what
   * is made in the program, then the files.
   */
  void pass(List<LocalDate> days) throws IOException {
    LocalDate today = days.getLast();
    hub.begin(today);
    if (outside.asksProgram()) {
      work(); // what is changed while it is read comes with the next reading only
      outside.book(days);
      sync();
    }
    outside.deliver(days);
    work();
    outside.readMail(today);
  }

  /** Has what was written into the program read, so that all has come to rest. */
  void end() throws IOException {
    if (outside.asksProgram()) {
      sync();
    }
  }

  private void sync() throws IOException {
    hub.sync();
    work();
  }

  private void work() throws IOException {
    CompletableFuture<String> drained = hub.drained();
    while (!isDrained(drained)) {
      carryOut(plan.removeFirst());
      drained = hub.isAlive() ? drained : successor();
      arm();
    }
  }

  /** The kills that were carried out. */
  List<Kill> done() {
    return List.copyOf(done);
  }

  private boolean isDrained(CompletableFuture<String> drained) {
    HubProcess.await(CompletableFuture.anyOf(there, drained));
    return !there.isDone();
  }

  private void carryOut(Kill kill) throws IOException {
    switch (kill.victim()) {
      case HUB -> hub.kill();
      case POSTMASTER -> {
        hubs.cluster().killPostmaster();
        hub.goOn();
      }
      case POSTMASTER_THEN_HUB -> {
        hubs.cluster().killPostmaster();
        hub.kill();
      }
      case HUB_THEN_POSTMASTER -> {
        hub.kill();
        hubs.cluster().killPostmaster();
      }
    }
    done.add(kill);
  }

  private CompletableFuture<String> successor() throws IOException {
    hub = hubs.start(settings);
    return hub.drained();
  }

  private void arm() {
    there = plan.isEmpty() ? new CompletableFuture<>() : hub.stopAt(plan.getFirst().stop());
  }
}
