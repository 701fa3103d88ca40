package org.dunlin.work.program;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dunlin.connectors.program.Pay;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.effect.EffectCalls;
import org.dunlin.connectors.program.pull.PageRead;
import org.dunlin.connectors.program.pull.Pull;
import org.dunlin.connectors.program.pull.PullState;
import org.dunlin.connectors.program.pull.Purpose;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.StreamState;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.quota.Use;

/** Tries a connection with one request, keeps nothing of its answer, and says what is wrong. */
public final class TestProgram {
  private final Stores stores;
  private final Links links;
  private final AskProgram askProgram;
  private final Clock clock;

  /** Asks by this road. */
  public TestProgram(Stores stores, Links links, AskProgram askProgram, Clock clock) {
    this.stores = stores;
    this.links = links;
    this.askProgram = askProgram;
    this.clock = clock;
  }

  /** Whether it holds, and a sentence. */
  public record Tested(boolean holds, String sentence) {}

  /** Tries it. */
  public Tested test(String companyId, String connectionId) {
    try {
      return tested(links.open(companyId, connectionId));
    } catch (Unlinked e) {
      return new Tested(false, String.valueOf(e.getMessage()));
    }
  }

  private Tested tested(Link link) {
    Optional<Stream> stream =
        link.manifest().streams().stream().filter(each -> each.request() != null).findFirst();
    if (stream.isEmpty()) {
      return probed(link);
    }
    Optional<Tested> letAlone = letAlone(link, stream.get().name());
    if (letAlone.isPresent()) {
      return letAlone.get();
    }
    Pull pull = Pull.of(link.program(), stream.get().name());
    PullState state = pull.begin(Purpose.POLL, null, clock.instant());
    return switch (askProgram.ask(link, Use.PERSON, facts -> pull.request(state, facts))) {
      case Asked.Answered answered ->
          read(link, stream.get(), pull.read(state, answered.reply(), answered.facts()));
      case Asked.Gone gone ->
          new Tested(
              false,
              link.manifest().name() + " says that it has no " + stream.get().name() + " there.");
      case Asked.NotNow notNow -> notYet(notNow.sentence(), notNow.pause());
      case Asked.Failed failed -> new Tested(false, failed.sentence());
      case Asked.Refused refused -> new Tested(false, refused.sentence());
      case Asked.Closed closed -> new Tested(false, closed.sentence());
    };
  }

  /** A gateway for texts is asked something that sends none. */
  private Tested probed(Link link) {
    String name = link.manifest().name();
    if (EffectCalls.probe(link.program(), link.facts()).isEmpty()) {
      return new Tested(true, name + " has nothing that can be asked; its first text will tell.");
    }
    return switch (askProgram.ask(
        link, Use.PERSON, facts -> EffectCalls.probe(link.program(), facts).orElseThrow())) {
      case Asked.Answered answered -> new Tested(true, name + " answers.");
      case Asked.Gone gone -> new Tested(false, name + " does not know what it was asked for.");
      case Asked.NotNow notNow -> notYet(notNow.sentence(), notNow.pause());
      case Asked.Failed failed -> new Tested(false, failed.sentence());
      case Asked.Refused refused -> new Tested(false, refused.sentence());
      case Asked.Closed closed -> new Tested(false, closed.sentence());
    };
  }

  /** What the program asked for of this stream alone is kept to, too. */
  private Optional<Tested> letAlone(Link link, String stream) {
    Instant now = clock.instant();
    return stores.programs().streams().of(link.companyId(), link.id()).stream()
        .filter(each -> each.reading() == Reading.POLL && each.stream().equals(stream))
        .flatMap(each -> notBefore(each, now).stream())
        .findFirst();
  }

  private static Optional<Tested> notBefore(StreamState state, Instant now) {
    Instant asked = state.notBefore();
    return asked != null && asked.isAfter(now)
        ? Optional.of(notYet(String.valueOf(state.failure()), Duration.between(now, asked)))
        : Optional.empty();
  }

  /** What a program says may not end as a sentence does. */
  private static Tested notYet(String sentence, Duration pause) {
    String ended = sentence.endsWith(".") ? sentence : sentence + ".";
    return new Tested(false, ended + " " + later(pause));
  }

  /** What the program itself asked for is kept to, whoever asks. */
  private static String later(Duration pause) {
    long minutes = pause.toMinutes();
    String when =
        minutes < 1
            ? Math.max(1, pause.toSeconds()) + " seconds"
            : minutes < 120 ? minutes + 1 + " minutes" : pause.toHours() + 1 + " hours";
    return "Nothing was asked; test again in " + when + ".";
  }

  private static boolean forTests(Link link) {
    Pay pay = link.manifest().pay();
    return pay != null && pay.isTest(link.facts());
  }

  private static Tested read(Link link, Stream stream, PageRead read) {
    return switch (read) {
      case PageRead.Page page ->
          new Tested(
              true,
              link.manifest().name()
                  + " answers: "
                  + page.seen().size()
                  + " "
                  + stream.name()
                  + " on the first page."
                  + (page.ahead() == null ? "" : " " + page.ahead())
                  + (forTests(link) ? " It is connected for tests: no money moves." : ""));
      case PageRead.Refused(String sentence) -> new Tested(false, sentence);
    };
  }
}
