package org.dunlin.work.ask;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.answer.Answers;
import org.dunlin.connectors.program.answer.Verdict;
import org.dunlin.connectors.program.authorise.Authorising;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Wire;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Token;
import org.dunlin.work.call.KeptWire;
import org.dunlin.work.link.Forgiveness;
import org.dunlin.work.link.Link;
import org.dunlin.work.quota.Allowance;
import org.dunlin.work.quota.Exhausted;
import org.dunlin.work.quota.Use;
import org.dunlin.work.token.Credentials;
import org.dunlin.work.token.Held;
import org.dunlin.work.token.Reauthorisation;
import org.jspecify.annotations.Nullable;

/**
 * Asks a program one thing: counts it, adds the credentials, sends it and says what the answer
 * means. A token that the program refuses is renewed and the request made once more. No transaction
 * is open while it waits.
 */
public final class AskProgram {
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final Duration NO_PLACE = Duration.ofSeconds(3);

  private final Stores stores;
  private final KeptWire wire;
  private final Forgiveness forgiveness;
  private final Allowance allowance;
  private final Credentials credentials;
  private final Clock clock;

  /** Over these stores, by this wire. */
  public AskProgram(
      Stores stores, Wire wire, Allowance allowance, Credentials credentials, Clock clock) {
    this.stores = stores;
    this.wire = new KeptWire(stores, wire, clock);
    this.forgiveness = new Forgiveness(stores, wire);
    this.allowance = allowance;
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * What is asked.
   *
   * @param request makes the request of what is known, the token among it
   * @param authorised whether it carries the credentials; not where it leads elsewhere
   * @param judge says what is done upon the answer
   */
  public record Question(
      Function<Facts, HttpCall> request, boolean authorised, Function<HttpReply, Verdict> judge) {}

  /**
   * Asks.
   *
   * @param request makes the request of what is known, the token among it
   */
  public Asked ask(Link link, Use use, Function<Facts, HttpCall> request) {
    return ask(
        link,
        use,
        new Question(request, true, reply -> Answers.of(link.program(), reply, clock.instant())));
  }

  /** Asks a question of its own kind. */
  public Asked ask(Link link, Use use, Question question) {
    Optional<Asked> limited = limited(link);
    if (limited.isPresent()) {
      return limited.get();
    }
    if (use == Use.PERSON) {
      forgiveness.now(link.companyId(), link.id());
    } else {
      forgiveness.heed(link);
    }
    return switch (credentials.of(link)) {
      case Held.Ready ready -> asked(link, use, question, ready, true);
      case Held.NotNow(Duration wait, String sentence) -> new Asked.NotNow(wait, sentence, true);
      case Held.Closed(String sentence) -> new Asked.Closed(sentence);
    };
  }

  private Optional<Asked> limited(Link link) {
    Instant until = link.linked().limitedUntil();
    Instant now = clock.instant();
    return until == null || !until.isAfter(now)
        ? Optional.empty()
        : Optional.of(
            new Asked.NotNow(
                Duration.between(now, until), String.valueOf(link.linked().limited()), true));
  }

  private Asked asked(Link link, Use use, Question question, Held.Ready held, boolean first) {
    Optional<Exhausted> exhausted = allowance.take(link, use);
    if (exhausted.isPresent()) {
      return exhausted(link, exhausted.get());
    }
    try {
      HttpCall call = question.request().apply(held.facts());
      HttpCall sent =
          question.authorised() ? Authorising.authorised(link.program(), call, held.facts()) : call;
      KeptWire.Heard heard = wire.exchange(link, sent, held.facts());
      HttpReply reply = heard.reply();
      allowance.heard(link, reply);
      Verdict verdict = LargeReplies.read(reply.body().length, () -> question.judge().apply(reply));
      return meant(link, use, question, held, first, heard, verdict);
    } catch (NoValue | MappingFailed e) {
      return new Asked.Refused(String.valueOf(e.getMessage()));
    } catch (LargeReplies.NoRoom e) {
      return new Asked.Failed(String.valueOf(e.getMessage()), null, false, true);
    } catch (NotSent e) {
      allowance.giveBack(link);
      return notSent(e);
    } catch (NoReply e) {
      return new Asked.Failed(String.valueOf(e.getMessage()), null, true, true);
    }
  }

  /** What has a cause came of the network; else it is the line that has no place for it now. */
  private static Asked notSent(NotSent e) {
    String sentence = String.valueOf(e.getMessage());
    return e.getCause() == null
        ? new Asked.NotNow(e.pause().orElse(NO_PLACE), sentence, false)
        : new Asked.Failed(sentence, null, true, false);
  }

  private Asked meant(
      Link link,
      Use use,
      Question question,
      Held.Ready held,
      boolean first,
      KeptWire.Heard heard,
      Verdict verdict) {
    return switch (first ? verdict : Answers.afterRefresh(link.program(), verdict)) {
      case Verdict.Ok ok -> new Asked.Answered(heard.reply(), held.facts(), heard.callId());
      case Verdict.Gone gone -> new Asked.Gone();
      case Verdict.Refuse(String sentence) -> new Asked.Refused(sentence);
      case Verdict.Retry(Instant notBefore, String why) ->
          new Asked.Failed(why, wait(notBefore), false, true);
      case Verdict.Wait wait -> waited(link, wait);
      case Verdict.Reauthorise(String why) -> closed(link, why);
      case Verdict.Refresh refresh -> afterRefresh(link, use, question, held);
    };
  }

  /** The program refused the token: once more with the next one. */
  private Asked afterRefresh(Link link, Use use, Question question, Held.Ready held) {
    Token refused = held.token();
    if (refused == null) {
      return closed(link, "The program refuses the credentials; give others.");
    }
    return switch (credentials.after(link, refused)) {
      case Held.Ready ready -> asked(link, use, question, ready, false);
      case Held.NotNow(Duration wait, String sentence) -> new Asked.NotNow(wait, sentence, true);
      case Held.Closed(String sentence) -> new Asked.Closed(sentence);
    };
  }

  private Asked closed(Link link, String sentence) {
    new Reauthorisation(stores).ask(link, sentence);
    return new Asked.Closed(sentence);
  }

  private Asked exhausted(Link link, Exhausted exhausted) {
    if (exhausted.whole()) {
      limit(link, exhausted.pause(), exhausted.sentence());
    }
    return new Asked.NotNow(exhausted.pause(), exhausted.sentence(), exhausted.whole());
  }

  /** The program says how long, or which of its windows is used up. */
  private Asked waited(Link link, Verdict.Wait wait) {
    String limit = wait.limit();
    Duration span =
        Optional.ofNullable(limit)
            .flatMap(name -> allowance.untilEnd(link, name))
            .orElseGet(() -> Duration.between(clock.instant(), wait.until()));
    Duration least = span.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : span;
    limit(link, least, wait.why());
    return new Asked.NotNow(least, wait.why(), true);
  }

  private void limit(Link link, Duration span, String sentence) {
    stores
        .transactions()
        .run(() -> stores.programs().linked().limit(link.companyId(), link.id(), span, sentence));
  }

  private @Nullable Duration wait(@Nullable Instant notBefore) {
    Instant now = clock.instant();
    return notBefore == null || !notBefore.isAfter(now) ? null : Duration.between(now, notBefore);
  }
}
