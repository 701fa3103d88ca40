package org.dunlin.work.pull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.limit.LongWindow;
import org.dunlin.connectors.program.limit.Poll;
import org.dunlin.connectors.program.limit.Polling;
import org.dunlin.connectors.program.pull.Gone;
import org.dunlin.connectors.program.pull.PageRead.Page;
import org.dunlin.connectors.program.pull.Wanted;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.program.ClaimedProgram;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.SeenObjects.Of;
import org.dunlin.store.program.StreamState;
import org.dunlin.store.program.Streams.Key;
import org.dunlin.store.program.WantedObject;
import org.dunlin.store.program.WantedObject.Urgency;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.intake.AcceptPage;
import org.dunlin.work.intake.AcceptPage.Came;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.WantedObjects;
import org.dunlin.work.quota.Allowance;
import org.dunlin.work.quota.Allowance.Used;

/**
 * Keeps a page of a run: its bytes, what it wants and has seen, and where the run goes on, all in
 * the transaction of the caller. A kill before its end loses nothing and doubles nothing.
 */
final class TakePage {
  private static final Duration DAY = Duration.ofDays(1);

  private final Stores stores;
  private final AcceptPage acceptPage;
  private final Sweeps sweeps;
  private final Allowance allowance;
  private final Clock clock;

  TakePage(Stores stores, AcceptPage acceptPage, Sweeps sweeps, Allowance allowance, Clock clock) {
    this.stores = stores;
    this.acceptPage = acceptPage;
    this.sweeps = sweeps;
    this.allowance = allowance;
    this.clock = clock;
  }

  /**
   * Takes the page.
   *
   * @param states of all streams of the connection, as they were before the run's step
   * @param translates whether its bytes are to become records
   */
  void take(
      ClaimedProgram claimed,
      Link link,
      StreamState state,
      List<StreamState> states,
      Page page,
      Asked.Answered answered,
      boolean translates) {
    stores.programs().linked().answered(claimed);
    Stream stream = link.stream(state.stream()).orElseThrow();
    Key key = new Key(link.companyId(), link.id(), state.stream(), state.reading());
    if (translates && stream.mapping() != null && !page.seen().isEmpty()) {
      String name = state.stream() + ", page " + (state.pages() + 1);
      UUID delivery =
          acceptPage.accept(
              new Came(link.companyId(), link.id(), state.stream(), name, null),
              answered.reply().body());
      stores.outboundCalls().brought(link.companyId(), answered.callId(), delivery);
    }
    List<String> newer = see(link, stream, states, page, translates);
    boolean onlyList = state.reading() == Reading.SWEEP && stream.mapping() == null;
    want(link, onlyList ? page.wantedBy(newer) : page.wanted());
    lookAhead(key, state, page);
    int objects = page.seen().size() + page.gone().size();
    if (page.next() != null) {
      stores.programs().streams().turned(key, page.next().json(), page.cursor(), objects);
    } else {
      stores.programs().streams().ended(key, page.cursor(), objects, next(link, state, states));
      if (state.reading() == Reading.SWEEP) {
        sweeps.ended(of(link, state.stream()), state.generation());
      }
    }
  }

  /** Said once, for as long as each run finds such a time. */
  private void lookAhead(Key key, StreamState state, Page page) {
    String ahead = page.ahead();
    if (Objects.equals(ahead, state.ahead()) || (ahead == null && page.next() != null)) {
      return;
    }
    stores.programs().streams().ahead(key, ahead);
    if (ahead != null && state.ahead() == null) {
      CompanyProfile profile = stores.companies().profile(key.companyId());
      stores
          .journal()
          .append(
              key.companyId(),
              Happening.to(
                  "connection",
                  key.connectionId(),
                  "CURSOR_AHEAD",
                  "pull",
                  stores.companies().businessDate(profile),
                  ahead));
    }
  }

  private void want(Link link, List<Wanted> led) {
    List<WantedObject> wanted = new ArrayList<>();
    led.forEach(each -> wanted.add(WantedObjects.of(each)));
    stores.programs().wanted().want(link.companyId(), link.id(), wanted, Urgency.IN_TURN);
  }

  /** Notes what the page has seen, and says which of it is new, or newer than it was. */
  private List<String> see(
      Link link, Stream stream, List<StreamState> states, Page page, boolean translates) {
    List<String> newer = List.of();
    if (stream.sweep() != null && !page.seen().isEmpty()) {
      newer = sweeps.saw(of(link, stream.name()), page.seen(), generation(states, stream.name()));
      if (!translates && stream.fetch() != null) {
        want(link, stream, newer);
      }
    }
    for (Gone gone : page.gone()) {
      sweeps.gone(of(link, gone.stream()), List.of(gone.key()));
    }
    return newer;
  }

  /**
   * What a lean sweep shows to be new or newer is fetched: a poll whose pages moved has passed it
   * over.
   */
  private void want(Link link, Stream stream, List<String> keys) {
    List<WantedObject> wanted =
        keys.stream()
            .map(key -> new WantedObject(stream.name(), WantedObject.Kind.OBJECT, key, "{}"))
            .toList();
    stores.programs().wanted().want(link.companyId(), link.id(), wanted, Urgency.IN_TURN);
  }

  /** The number of the sweep that began last; what is seen now it has seen. */
  static long generation(List<StreamState> states, String stream) {
    return states.stream()
        .filter(each -> each.reading() == Reading.SWEEP && each.stream().equals(stream))
        .mapToLong(StreamState::generation)
        .findFirst()
        .orElse(0);
  }

  static Of of(Link link, String stream) {
    return new Of(link.companyId(), link.id(), stream);
  }

  private Duration next(Link link, StreamState state, List<StreamState> states) {
    Stream stream = link.stream(state.stream()).orElseThrow();
    if (state.reading() == Reading.SWEEP) {
      return stream.sweep() == null ? DAY : stream.sweep().every();
    }
    Instant now = clock.instant();
    Poll poll = poll(link, stream, state.pages() + 1);
    List<Poll> all = new ArrayList<>();
    for (StreamState each : states) {
      if (each.reading() == Reading.POLL && !each.stream().equals(state.stream())) {
        link.stream(each.stream())
            .ifPresent(other -> all.add(poll(link, other, Math.max(1, each.lastPages()))));
      }
    }
    all.add(poll);
    Optional<Used> scarcest =
        allowance.used(link).stream()
            .filter(used -> used.window().per().compareTo(DAY) >= 0)
            .findFirst();
    Instant at =
        scarcest
            .map(used -> next(poll, all, used.window(), used.used(), now))
            .orElseGet(() -> Polling.next(poll, now));
    return Duration.between(now, at);
  }

  private static Instant next(Poll poll, List<Poll> all, LongWindow window, int used, Instant now) {
    return Polling.next(poll, all, window, used, now);
  }

  /** Notices tell most of what a poll would find; it goes on behind them, less often. */
  private Poll poll(Link link, Stream stream, int pages) {
    Poll poll = new Poll(stream.every() == null ? DAY : stream.every(), pages);
    Instant noticed = link.linked().noticedAt();
    boolean noticesCome = noticed != null && noticed.isAfter(clock.instant().minus(DAY));
    return noticesCome ? poll.lessOften() : poll;
  }
}
