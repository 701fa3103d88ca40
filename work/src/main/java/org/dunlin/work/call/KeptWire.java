package org.dunlin.work.call;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.limit.Limits;
import org.dunlin.core.call.Transcript;
import org.dunlin.core.call.Transcripts;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.Line;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Wire;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.call.Occasion.About;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.call.OutboundCall.Outcome;
import org.dunlin.work.link.Link;
import org.jspecify.annotations.Nullable;

/**
 * The way to programs, on which each call is written down once it is over; the only way for which
 * use cases ask. No transaction is open meanwhile. What found no place on its line did not leave,
 * and is no call.
 */
public final class KeptWire {
  private static final int ERROR = 400;
  private static final int FEW_BYTES = 300;

  private final Wire wire;
  private final KeepCalls calls;
  private final Clock clock;

  /** By this wire, into these stores. */
  public KeptWire(Stores stores, Wire wire, Clock clock) {
    this.wire = wire;
    this.calls = new KeepCalls(stores);
    this.clock = clock;
  }

  /**
   * An answer, and the call that it belongs to.
   *
   * @param callId by which what it brings is noted
   */
  public record Heard(UUID callId, HttpReply reply) {}

  /**
   * Sends and waits for the whole answer.
   *
   * @param link whose connection, and on what occasion
   * @param facts whose secrets are not written down
   * @throws NotSent as the wire says
   * @throws NoReply as the wire says
   */
  public Heard exchange(Link link, HttpCall call, Facts facts) throws NotSent, NoReply {
    Line line = Limits.line(link.program(), link.companyId(), link.id());
    Kept kept = kept(line, link.id(), link.occasion(), call, facts.secrets());
    return new Heard(kept.id(), exchange(line, kept));
  }

  /**
   * The same by a road that is no connection; of secrets, those that look like it are not written
   * down.
   *
   * @param road under which it is kept
   */
  public HttpReply exchange(Line line, String road, Occasion occasion, HttpCall call)
      throws NotSent, NoReply {
    return exchange(line, kept(line, road, occasion, call, Set.of()));
  }

  private HttpReply exchange(Line line, Kept kept) throws NotSent, NoReply {
    try {
      HttpReply reply = wire.exchange(line, kept.call());
      keep(kept, Outcome.ANSWERED, reply, null);
      return reply;
    } catch (NotSent e) {
      if (e.getCause() != null) {
        keep(kept, Outcome.NOT_SENT, null, e.getMessage());
      }
      throw e;
    } catch (NoReply e) {
      keep(kept, Outcome.NO_REPLY, null, e.getMessage());
      throw e;
    }
  }

  private record Kept(
      UUID id,
      Instant at,
      long start,
      String companyId,
      String road,
      Occasion occasion,
      HttpCall call,
      Collection<String> secrets) {}

  private Kept kept(
      Line line, String road, Occasion occasion, HttpCall call, Collection<String> secrets) {
    return new Kept(
        Ids.next(),
        clock.instant(),
        System.nanoTime(),
        line.companyId(),
        road,
        occasion,
        call,
        secrets);
  }

  private void keep(
      Kept kept, Outcome outcome, @Nullable HttpReply reply, @Nullable String reason) {
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - kept.start());
    calls.keep(
        new OutboundCall(
            kept.companyId(),
            kept.id(),
            kept.at(),
            kept.road(),
            kept.occasion(),
            null,
            null,
            null,
            kept.call().method(),
            Transcripts.host(kept.call().address()),
            outcome,
            reply == null ? null : reply.status(),
            (int) Math.min(millis, Integer.MAX_VALUE),
            kept.call().body().length,
            reply == null ? null : (long) reply.body().length,
            transcript(kept, reply, reason)));
  }

  private static Transcript transcript(
      Kept kept, @Nullable HttpReply reply, @Nullable String reason) {
    Transcripts transcripts = new Transcripts(kept.secrets());
    Occasion occasion = kept.occasion();
    if (occasion.about() == About.ACCESS) {
      return transcripts.of(bare(kept.call()), withoutBody(reply), reason);
    }
    boolean inInbox = occasion.about() == About.READING && isRecords(reply);
    return transcripts.of(kept.call(), inInbox ? withoutBody(reply) : reply, reason);
  }

  /** Codes, refresh tokens and passwords stand in it, under whatever names. */
  private static HttpCall bare(HttpCall call) {
    String address = call.address().toString();
    int query = address.indexOf('?');
    return new HttpCall(
        call.method(),
        query < 0 ? call.address() : URI.create(address.substring(0, query)),
        Map.of(),
        new byte[0]);
  }

  /**
   * What a stream answers is a delivery, and kept there. Some programs tell an error with a status
   * that says nothing of it: in few words, or as a page for people.
   */
  private static boolean isRecords(@Nullable HttpReply reply) {
    return reply != null
        && reply.status() < ERROR
        && reply.body().length > FEW_BYTES
        && !reply.header("content-type").orElse("").startsWith("text/html");
  }

  private static @Nullable HttpReply withoutBody(@Nullable HttpReply reply) {
    return reply == null ? null : new HttpReply(reply.status(), reply.headers(), new byte[0]);
  }
}
