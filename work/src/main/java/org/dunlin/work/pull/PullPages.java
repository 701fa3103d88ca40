package org.dunlin.work.pull;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.pull.PageRead;
import org.dunlin.connectors.program.pull.Pull;
import org.dunlin.connectors.program.pull.PullState;
import org.dunlin.connectors.program.pull.Purpose;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.program.ClaimedProgram;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.StreamState;
import org.dunlin.store.program.Streams.Key;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.ask.LargeReplies;
import org.dunlin.work.intake.AcceptPage;
import org.dunlin.work.link.Link;
import org.dunlin.work.quota.Use;
import org.jspecify.annotations.Nullable;

/** Reads the next page of a stream's run, or begins one. */
final class PullPages {
  private static final String FLOW = "pull";

  private final Stores stores;
  private final AskProgram askProgram;
  private final AcceptPage acceptPage;
  private final TakePage takePage;
  private final Checkpoint checkpoint;
  private final Clock clock;

  PullPages(
      Stores stores,
      AskProgram askProgram,
      AcceptPage acceptPage,
      TakePage takePage,
      Checkpoint checkpoint,
      Clock clock) {
    this.stores = stores;
    this.askProgram = askProgram;
    this.acceptPage = acceptPage;
    this.takePage = takePage;
    this.checkpoint = checkpoint;
    this.clock = clock;
  }

  /** Reads one page; false when the connection should be let alone for now. */
  boolean read(ClaimedProgram claimed, Link link, StreamState due) {
    Key key = new Key(link.companyId(), link.id(), due.stream(), due.reading());
    Pull pull = Pull.of(link.program(), due.stream());
    PullState state = begun(claimed, pull, key, due);
    Link reading = link.on(Occasion.reading(due.stream()));
    Asked asked = askProgram.ask(reading, Use.POLL, facts -> pull.request(state, facts));
    return switch (asked) {
      case Asked.Answered answered -> read(claimed, link, pull, state, key, due, answered);
      case Asked.Gone gone ->
          failed(claimed, key, due, "The program says that " + due.stream() + " is not there.");
      case Asked.Refused(String sentence) -> failed(claimed, key, due, sentence);
      case Asked.Failed(String sentence, Duration wait, boolean silent, boolean left) ->
          later(claimed, key, due, sentence, wait, silent);
      case Asked.NotNow(Duration wait, String sentence, boolean whole) -> {
        held(claimed, () -> stores.programs().streams().later(key, wait));
        yield false;
      }
      case Asked.Closed(String sentence) -> false;
    };
  }

  private PullState begun(ClaimedProgram claimed, Pull pull, Key key, StreamState due) {
    if (due.pageState() != null) {
      return PullState.of(due.pageState());
    }
    PullState first = pull.begin(purpose(due.reading()), due.cursor(), clock.instant());
    held(claimed, () -> stores.programs().streams().begun(key, first.json()));
    return first;
  }

  private void held(ClaimedProgram claimed, Runnable change) {
    stores
        .transactions()
        .run(
            () -> {
              stores.programs().linked().held(claimed);
              change.run();
            });
  }

  private static Purpose purpose(Reading reading) {
    return switch (reading) {
      case POLL -> Purpose.POLL;
      case SWEEP -> Purpose.SWEEP;
      case TOTALS -> throw new IllegalArgumentException("what is owed is no stream of records");
      case WANTED -> throw new IllegalArgumentException("wanted objects have no pages");
    };
  }

  private boolean read(
      ClaimedProgram claimed,
      Link link,
      Pull pull,
      PullState state,
      Key key,
      StreamState due,
      Asked.Answered answered) {
    try {
      return LargeReplies.read(
          answered.reply().body().length, () -> taken(claimed, link, pull, state, key, answered));
    } catch (LargeReplies.NoRoom e) {
      return later(claimed, key, due, String.valueOf(e.getMessage()), null, false);
    }
  }

  private boolean taken(
      ClaimedProgram claimed,
      Link link,
      Pull pull,
      PullState state,
      Key key,
      Asked.Answered answered) {
    HttpReply reply = answered.reply();
    PageRead read = pull.read(state, reply, answered.facts());
    List<StreamState> now = stores.programs().streams().of(key.companyId(), key.connectionId());
    StreamState current = state(now, key).orElseThrow();
    return switch (read) {
      case PageRead.Page page -> {
        acceptPage.makeRoom();
        checkpoint.reached(Step.PULL_READ);
        stores
            .transactions()
            .run(
                () -> {
                  takePage.take(
                      claimed,
                      link,
                      current,
                      now,
                      page,
                      answered,
                      pull.translates(state.purpose()));
                  checkpoint.reached(Step.PULL_STORED);
                });
        stores.flows().succeeded(key.companyId(), key.connectionId(), FLOW);
        stores.wakeups().wake(Stage.TRANSLATE);
        yield page.next() != null;
      }
      case PageRead.Refused(String sentence) -> failed(claimed, key, current, sentence);
    };
  }

  static Optional<StreamState> state(List<StreamState> states, Key key) {
    return states.stream()
        .filter(each -> each.stream().equals(key.stream()) && each.reading() == key.reading())
        .findFirst();
  }

  /** The run is given up; the next one begins anew at the cursor. */
  private boolean failed(ClaimedProgram claimed, Key key, StreamState state, String sentence) {
    record(claimed, key, sentence, every(state), new How(true, false, false));
    return false;
  }

  /** What a person must look at is not asked more often than it is polled. */
  private static Duration every(StreamState state) {
    return Backoff.after(state.failures() + 4);
  }

  private boolean later(
      ClaimedProgram claimed,
      Key key,
      StreamState state,
      String sentence,
      @Nullable Duration wait,
      boolean silent) {
    Duration least = wait == null ? Backoff.after(state.failures()) : wait;
    record(claimed, key, sentence, least, new How(false, wait != null, silent));
    return false;
  }

  /**
   * How it failed.
   *
   * @param again whether the run is given up
   * @param asked whether the program asked for the wait
   * @param silent whether it did not answer at all
   */
  private record How(boolean again, boolean asked, boolean silent) {}

  private void record(ClaimedProgram claimed, Key key, String sentence, Duration wait, How how) {
    stores
        .transactions()
        .run(
            () -> {
              if (how.silent()) {
                stores.programs().linked().silent(claimed);
              } else {
                stores.programs().linked().answered(claimed);
              }
              stores.programs().streams().failed(key, sentence, wait, how.again(), how.asked());
            });
    stores
        .flows()
        .failed(key.companyId(), key.connectionId(), FLOW, key.stream() + ": " + sentence);
  }
}
