package org.dunlin.work.call;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.call.Transcript;
import org.dunlin.core.call.Transcripts;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Hearing;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.call.OutboundCall.Outcome;
import org.dunlin.store.outbox.Effect;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with a mail server about one try of an effect, written down once it is over. The
 * message itself is kept with the effect.
 */
public final class KeptMail implements Hearing {
  /** What goes by the mail server of the hub belongs to no connection of a company. */
  public static final String CONNECTION = "smtp";

  private static final Pattern CODE = Pattern.compile("\\b([2-5][0-9]{2})[ -]");

  private final KeepCalls calls;
  private final Effect effect;
  private final Dispatch dispatch;
  private final Instant at;
  private final long start = System.nanoTime();
  private @Nullable String server;
  private @Nullable String reply;

  /** Of this try, which begins now. */
  public KeptMail(Stores stores, Effect effect, Dispatch dispatch) {
    this.calls = new KeepCalls(stores);
    this.effect = effect;
    this.dispatch = dispatch;
    this.at = Clock.systemUTC().instant();
  }

  @Override
  public void asks(String asked) {
    server = asked;
  }

  @Override
  public void answers(String said) {
    reply = said;
  }

  /** The server took it. */
  public void taken() {
    keep(Outcome.ANSWERED, null);
  }

  /** The server refused it for good. */
  public void refused(@Nullable String reason) {
    keep(Outcome.ANSWERED, reason);
  }

  /** Nothing has left: the server put it off, or none was there. */
  public void notSent(@Nullable String reason) {
    keep(Outcome.NOT_SENT, reason);
  }

  /** Nobody knows whether the server took it. */
  public void unknown(@Nullable String reason) {
    keep(Outcome.NO_REPLY, reason);
  }

  private void keep(Outcome outcome, @Nullable String reason) {
    String asked = server;
    if (asked == null) {
      return; // no server was asked: it went another way, or none is set
    }
    Integer status = outcome == Outcome.ANSWERED ? status(reply == null ? reason : reply) : null;
    String said = reply;
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    calls.keep(
        new OutboundCall(
            effect.companyId(),
            Ids.next(),
            at,
            CONNECTION,
            Occasion.effect(effect.id()),
            null,
            null,
            null,
            "SMTP",
            Transcripts.host(URI.create(asked)),
            outcome,
            status,
            (int) Math.min(millis, Integer.MAX_VALUE),
            bytes(),
            said == null ? null : (long) said.length(),
            new Transcript(asked, headers(), null, List.of(), said, reason)));
  }

  private List<String> headers() {
    return dispatch instanceof Dispatch.Email email
        ? List.of(
            "to: " + email.to(),
            "subject: " + email.subject(),
            "x-dunlin-effect: " + email.messageId())
        : List.of("x-dunlin-effect: " + effect.id());
  }

  /** Of text and HTML; pictures and documents are not counted. */
  private long bytes() {
    return dispatch instanceof Dispatch.Email email
        ? email.text().getBytes(StandardCharsets.UTF_8).length
            + (long) email.html().getBytes(StandardCharsets.UTF_8).length
        : 0;
  }

  private static @Nullable Integer status(@Nullable String said) {
    Matcher code = CODE.matcher(said == null ? "" : said);
    return code.find() ? Integer.valueOf(code.group(1)) : null;
  }
}
