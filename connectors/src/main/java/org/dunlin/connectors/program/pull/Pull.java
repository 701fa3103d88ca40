package org.dunlin.connectors.program.pull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.dunlin.connectors.program.Cursor;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Fetch;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.Totals;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a program: what is asked next, and what an answer has brought. It remembers
 * nothing; {@link PullState} is where a run stands, and the cursor is kept with each page.
 *
 * <p>Requests come without credentials. Those that cannot be made, since a setting is missing,
 * throw {@link org.dunlin.connectors.program.NoValue}, whose message is for people.
 */
public final class Pull {
  private final Program program;
  private final Stream stream;

  private Pull(Program program, Stream stream) {
    this.program = program;
    this.stream = stream;
  }

  /**
   * The pull of a stream.
   *
   * @throws NoSuchElementException where the program has no such stream
   */
  public static Pull of(Program program, String stream) {
    return new Pull(
        program,
        program.manifest().stream(stream)
            .orElseThrow(
                () ->
                    new NoSuchElementException(
                        program.name() + " has no stream " + stream + " in its manifest.")));
  }

  /** The pull of what the program itself says that its customers owe. */
  public static Pull of(Program program, Totals totals) {
    return new Pull(program, totals.rows());
  }

  /**
   * A run that has read nothing yet.
   *
   * @param cursor that was kept; absent at the first pull of all, and of no matter to a sweep
   */
  public PullState begin(Purpose purpose, @Nullable String cursor, Instant now) {
    Reading reading = Reading.of(stream, purpose);
    Cursor how = reading.cursor();
    String kept = purpose == Purpose.SWEEP || how == null ? null : cursor;
    return new PullState(
        stream.name(),
        purpose,
        now,
        null,
        kept,
        kept == null && how != null ? first(how, purpose, now) : kept,
        kept == null,
        NextPage.first(reading.paging()),
        NextPage.firstToken(reading.paging()),
        0,
        null,
        null,
        null);
  }

  /** Asks for the page at which the run stands. */
  public HttpCall request(PullState state, Facts facts) {
    Reading reading = Reading.of(stream, state.purpose());
    HttpCall call = program.call(reading.request(), Placeholders.of(state, reading, facts));
    String token = state.token();
    if (token == null || !NextPage.isAddress(reading.paging())) {
      return call;
    }
    return PageAddress.at(call, PageAddress.of(token, call.address(), base(facts)));
  }

  /**
   * What the answer to {@link #request} has brought, where it was one that can be read.
   *
   * @param facts with which was asked
   */
  public PageRead read(PullState state, HttpReply reply, Facts facts) {
    try {
      return new PageReading(this, stream, facts).read(state, reply);
    } catch (Unread | MappingFailed e) {
      return refused(e);
    }
  }

  /** Asks for one object. */
  public HttpCall fetch(Wanted wanted, Facts facts) {
    return program.call(fetch().request(), Placeholders.of(wanted, facts));
  }

  /** What the answer to {@link #fetch} has brought; nothing was seen where it is not there. */
  public PageRead fetched(Wanted wanted, HttpReply reply, Facts facts) {
    try {
      Facts more = Placeholders.of(wanted, facts);
      PageNodes page = PageNodes.of(reply, fetch().records(), more);
      List<Seen> seen = ObjectsSeen.of(page.objects(), stream.key(), stream.version(), more);
      List<PageRead.Lead> leads = PageReading.leads(stream, page.objects(), seen, more);
      return PageReading.page(stream, seen, leads, null, null, null);
    } catch (Unread | MappingFailed e) {
      return refused(e);
    }
  }

  /**
   * Whether what is read for this purpose is translated: a leaner sweep brings only keys, and some
   * streams are only lists of what they want.
   */
  public boolean translates(Purpose purpose) {
    return stream.mapping() != null && Reading.of(stream, purpose).whole();
  }

  URI base(Facts facts) {
    return URI.create(program.manifest().base().address(facts));
  }

  private PageRead refused(RuntimeException e) {
    return new PageRead.Refused(
        program.manifest().name() + ", stream " + stream.name() + ": " + e.getMessage());
  }

  private Fetch fetch() {
    return stream
        .fetched()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The stream " + stream.name() + " has no fetch in its manifest."));
  }

  /** From where is read what was never read; a sweep enumerates as far as the program lets it. */
  private static @Nullable String first(Cursor how, Purpose purpose, Instant now) {
    if (how.initial() != null || how.reach() == null || purpose == Purpose.SWEEP) {
      return how.initial();
    }
    return new Mark.Moment(now.minus(how.reach())).text();
  }
}
