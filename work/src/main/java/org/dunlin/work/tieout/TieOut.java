package org.dunlin.work.tieout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dunlin.connectors.program.Totals;
import org.dunlin.connectors.program.pull.Pull;
import org.dunlin.connectors.program.pull.PullState;
import org.dunlin.connectors.program.pull.Purpose;
import org.dunlin.connectors.program.total.TotalsPage;
import org.dunlin.connectors.program.total.TotalsRead;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.program.ClaimedProgram;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.StreamState;
import org.dunlin.store.program.Streams;
import org.dunlin.store.program.Streams.Key;
import org.dunlin.store.tieout.ProgramFigures.Row;
import org.dunlin.store.tieout.TieOutRun;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.link.Link;
import org.dunlin.work.quota.Use;
import org.jspecify.annotations.Nullable;

/**
 * Takes the tie-out of a connection a step further, under the lease of its pull and after all else
 * that is due: a page of the program's figures, or the verdict over a complete reading. It counts
 * as polling, so that what a quota keeps back is never used for it.
 */
public final class TieOut {
  /** Who asked, where nobody did but the day. */
  static final String BY_DAY = "pull";

  private static final Duration NOT_READY = Duration.ofMinutes(10);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofMinutes(5);

  /** A reading that takes longer is of no moment, and begins anew. */
  private static final Duration LONGEST_READING = Duration.ofHours(1);

  private static final Duration LONGEST_RUN = Duration.ofHours(4);

  /** Before people begin to work, and after programs have run their nights. */
  private static final LocalTime EARLY = LocalTime.of(5, 0);

  private final Stores stores;
  private final AskProgram askProgram;
  private final Readiness readiness;
  private final Verdicts verdicts;
  private final Clock clock;

  /** Over these stores. */
  public TieOut(Stores stores, AskProgram askProgram, Clock clock) {
    this.stores = stores;
    this.askProgram = askProgram;
    this.readiness = new Readiness(stores);
    this.verdicts = new Verdicts(stores);
    this.clock = clock;
  }

  /** The stream row under which a connection's figures are read. */
  public static Key key(String companyId, String connectionId) {
    return new Key(companyId, connectionId, Totals.STREAM, Reading.TOTALS);
  }

  /** Takes it a step further; false when the connection should be let alone for now. */
  public boolean step(
      ClaimedProgram claimed, Link link, StreamState due, List<StreamState> states) {
    Step step = new Step(claimed, link, Objects.requireNonNull(link.manifest().totals()));
    Optional<TieOutRun> running = running(link);
    if (running.isEmpty()) {
      return begin(step, states);
    }
    TieOutRun run = running.get();
    boolean midway = due.pageState() != null && !older(run.readingAt(), LONGEST_READING);
    if (!midway) {
      Optional<String> lacks = readiness.lacks(link, states, run.readAt());
      if (lacks.isPresent()) {
        return later(step, run, lacks.get(), SOON, true);
      }
    }
    PullState state = midway ? PullState.of(String.valueOf(due.pageState())) : begun(step, run);
    return read(step, running(link).orElseThrow(), state);
  }

  private record Step(ClaimedProgram claimed, Link link, Totals totals) {
    Key key() {
      return TieOut.key(link.companyId(), link.id());
    }

    Pull pull() {
      return Pull.of(link.program(), totals);
    }
  }

  private Optional<TieOutRun> running(Link link) {
    return stores.tieOuts().runs().running(link.companyId(), link.id());
  }

  private Streams streams() {
    return stores.programs().streams();
  }

  /** Once a business day, and as soon as the ledger has all that the program had. */
  private boolean begin(Step step, List<StreamState> states) {
    Link link = step.link();
    LocalDate today = stores.companies().businessDate(link.profile());
    boolean done =
        stores.tieOuts().runs().ended(link.companyId(), link.id(), 1).stream()
            .anyMatch(run -> !run.businessDate().isBefore(today));
    boolean ready = !done && readiness.lacks(link, states, null).isEmpty();
    stores
        .transactions()
        .run(
            () -> {
              if (ready) {
                stores.tieOuts().runs().begin(link.companyId(), link.id(), today, BY_DAY);
              } else {
                streams().later(step.key(), done ? untilNextDay(link) : NOT_READY);
              }
            });
    return true;
  }

  private PullState begun(Step step, TieOutRun run) {
    PullState first = step.pull().begin(Purpose.POLL, null, clock.instant());
    stores
        .transactions()
        .run(
            () -> {
              streams().begun(step.key(), first.json());
              stores.tieOuts().runs().reading(run);
              stores.tieOuts().figures().clear(run.companyId(), run.connectionId());
            });
    return first;
  }

  private boolean read(Step step, TieOutRun run, PullState state) {
    Link reading = step.link().on(Occasion.reading(step.key().stream()));
    Asked asked = askProgram.ask(reading, Use.POLL, facts -> step.pull().request(state, facts));
    return switch (asked) {
      case Asked.Answered answered -> {
        TotalsRead read =
            new TotalsPage(step.link().program(), step.totals())
                .read(state, answered.reply(), answered.facts());
        yield switch (read) {
          case TotalsRead.Page page -> take(step, run, page);
          case TotalsRead.Refused(String sentence) -> cannotTell(step, run, sentence);
        };
      }
      case Asked.Gone gone ->
          cannotTell(step, run, "The program says that there is no such list of what is owed.");
      case Asked.Refused(String sentence) -> cannotTell(step, run, sentence);
      case Asked.Failed(String sentence, Duration wait, boolean silent, boolean left) ->
          failed(step, run, sentence, wait, silent);
      case Asked.NotNow(Duration wait, String sentence, boolean whole) ->
          later(step, run, sentence, wait, false);
      case Asked.Closed(String sentence) -> false;
    };
  }

  /** Keeps a page; behind the last one comes what the reading shows. */
  private boolean take(Step step, TieOutRun run, TotalsRead.Page page) {
    List<Row> rows = new ArrayList<>();
    page.rows().forEach(r -> rows.add(new Row(r.key(), r.customer(), r.name(), r.outstanding())));
    stores
        .transactions()
        .run(
            () -> {
              stores.programs().linked().answered(step.claimed());
              stores.tieOuts().figures().add(run.companyId(), run.connectionId(), rows);
              if (page.total() != null) {
                stores.tieOuts().runs().said(run, page.total());
              }
              if (page.next() != null) {
                streams().turned(step.key(), page.next().json(), null, rows.size());
              } else {
                ended(step, run, rows.size());
              }
            });
    return true;
  }

  private void ended(Step step, TieOutRun run, int rows) {
    if (verdicts.read(run, step.totals())) {
      streams().ended(step.key(), null, rows, untilNextDay(step.link()));
    } else {
      streams().ended(step.key(), null, rows, SOON);
      streams().pollNow(run.companyId(), run.connectionId());
    }
  }

  private boolean failed(
      Step step, TieOutRun run, String sentence, @Nullable Duration wait, boolean silent) {
    stores
        .transactions()
        .run(
            () -> {
              if (silent) {
                stores.programs().linked().silent(step.claimed());
              } else {
                stores.programs().linked().answered(step.claimed());
              }
            });
    return later(step, run, sentence, wait == null ? AGAIN : wait, false);
  }

  /** Waits; a run that would wait for too long ends with the sentence that says for what. */
  private boolean later(Step step, TieOutRun run, String sentence, Duration wait, boolean goOn) {
    if (older(run.begunAt(), LONGEST_RUN.minus(min(wait, LONGEST_RUN)))) {
      return cannotTell(step, run, sentence);
    }
    stores.transactions().run(() -> streams().later(step.key(), wait));
    return goOn;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private boolean cannotTell(Step step, TieOutRun run, String sentence) {
    stores
        .transactions()
        .run(
            () -> {
              stores.tieOuts().runs().cannotTell(run, sentence);
              streams().ended(step.key(), null, 0, untilNextDay(step.link()));
            });
    return true;
  }

  private boolean older(@Nullable Instant moment, Duration age) {
    return moment == null || moment.isBefore(clock.instant().minus(age));
  }

  /** Where the business date is a value, who sets the next one says that it is due. */
  private Duration untilNextDay(Link link) {
    ZonedDateTime now = clock.instant().atZone(link.profile().company().timeZone());
    ZonedDateTime next = now.toLocalDate().plusDays(1).atTime(EARLY).atZone(now.getZone());
    return Duration.between(now, next);
  }
}
