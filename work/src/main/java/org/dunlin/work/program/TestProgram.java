package org.dunlin.work.program;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.pull.PageRead;
import org.dunlin.connectors.program.pull.Pull;
import org.dunlin.connectors.program.pull.PullState;
import org.dunlin.connectors.program.pull.Purpose;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.quota.Use;

/** Tries a connection with one request, keeps nothing of its answer, and says what is wrong. */
public final class TestProgram {
  private final Links links;
  private final AskProgram askProgram;
  private final Clock clock;

  /** Asks by this road. */
  public TestProgram(Links links, AskProgram askProgram, Clock clock) {
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
      return new Tested(false, link.manifest().name() + " has nothing that can be asked.");
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
      case Asked.NotNow notNow ->
          new Tested(false, ended(notNow.sentence()) + " " + later(notNow.pause()));
      case Asked.Failed failed -> new Tested(false, failed.sentence());
      case Asked.Refused refused -> new Tested(false, refused.sentence());
      case Asked.Closed closed -> new Tested(false, closed.sentence());
    };
  }

  /** What a program says may not end as a sentence does. */
  private static String ended(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
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
                  + (page.ahead() == null ? "" : " " + page.ahead()));
      case PageRead.Refused(String sentence) -> new Tested(false, sentence);
    };
  }
}
