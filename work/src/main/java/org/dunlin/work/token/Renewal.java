package org.dunlin.work.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.authorise.OAuth;
import org.dunlin.connectors.program.authorise.SignIn;
import org.dunlin.connectors.program.authorise.SignedIn;
import org.dunlin.connectors.program.authorise.TokenAnswer;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Wire;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.program.Token;
import org.dunlin.work.call.KeptWire;
import org.dunlin.work.link.Link;
import org.dunlin.work.quota.Allowance;
import org.dunlin.work.quota.Exhausted;
import org.dunlin.work.quota.Use;
import org.jspecify.annotations.Nullable;

/** Asks a program for the next token or a new session; stores nothing. */
final class Renewal {
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private final KeptWire wire;
  private final Allowance allowance;
  private final Clock clock;

  Renewal(Stores stores, Wire wire, Allowance allowance, Clock clock) {
    this.wire = new KeptWire(stores, wire, clock);
    this.allowance = allowance;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Outcome {
    /** A token or session, to be renewed after so long; absent: not by the clock. */
    record Renewed(Map<String, String> values, @Nullable Duration after) implements Outcome {
      @Override
      public String toString() {
        return "Renewed"; // never the values
      }
    }

    /** The program gives none. */
    record Denied(String sentence) implements Outcome {}

    /** It may give one later. */
    record Later(Duration pause, String sentence) implements Outcome {}
  }

  Outcome ask(Link link, Token token) {
    return switch (link.manifest().authorisation()) {
      case Authorisation.OAuth2 oauth -> oauth(link, token, oauth.grant());
      case Authorisation.Session session -> session(link);
      case Authorisation.None other -> throw none(other);
      case Authorisation.Bearer other -> throw none(other);
      case Authorisation.Basic other -> throw none(other);
      case Authorisation.Header other -> throw none(other);
      case Authorisation.Signed other -> throw none(other);
    };
  }

  private static IllegalStateException none(Authorisation authorisation) {
    return new IllegalStateException("there is no token to renew: " + authorisation.getClass());
  }

  private Outcome oauth(Link link, Token token, Authorisation.Grant grant) {
    OAuth oauth = OAuth.of(link.program());
    String refresh = token.values().get(TokenFacts.REFRESH);
    if (grant == Authorisation.Grant.AUTHORISATION_CODE && refresh == null) {
      return new Outcome.Denied(
          "The access has ended and the program gave nothing to renew it with; authorise it anew.");
    }
    return exchanged(
        link,
        () ->
            refresh == null
                ? oauth.clientCredentials(link.facts())
                : oauth.refresh(link.facts(), refresh),
        reply -> outcome(oauth.answer(reply, refresh, clock.instant())));
  }

  /** The first token, for what a person's permission gave. */
  Outcome exchange(Link link, OAuth oauth, Function<Facts, HttpCall> request) {
    return exchanged(
        link,
        () -> request.apply(link.facts()),
        reply -> outcome(oauth.answer(reply, null, clock.instant())));
  }

  /** What a token answer means, as it is stored. */
  private Outcome outcome(TokenAnswer answer) {
    return switch (answer) {
      case TokenAnswer.Granted granted -> {
        Map<String, String> values = new HashMap<>();
        values.put(TokenFacts.ACCESS, granted.access());
        if (granted.refresh() != null) {
          values.put(TokenFacts.REFRESH, granted.refresh());
        }
        yield new Outcome.Renewed(values, until(granted.renewFrom()));
      }
      case TokenAnswer.Denied denied -> new Outcome.Denied(denied.sentence());
      case TokenAnswer.Later later -> new Outcome.Later(wait(later.notBefore()), later.sentence());
    };
  }

  private Outcome session(Link link) {
    SignIn signIn = SignIn.of(link.program());
    return exchanged(
        link,
        () -> signIn.request(link.facts()),
        reply ->
            switch (signIn.answer(reply, link.facts(), clock.instant())) {
              case SignedIn.Session session ->
                  new Outcome.Renewed(
                      TokenFacts.session(session.values()), until(session.expires()));
              case SignedIn.Denied denied -> new Outcome.Denied(denied.sentence());
              case SignedIn.Later later ->
                  new Outcome.Later(wait(later.notBefore()), later.sentence());
            });
  }

  private interface Request {
    HttpCall call();
  }

  private interface Reading {
    Outcome of(HttpReply reply);
  }

  private Outcome exchanged(Link link, Request request, Reading reading) {
    Optional<Exhausted> exhausted = allowance.take(link, Use.URGENT);
    if (exhausted.isPresent()) {
      return new Outcome.Later(exhausted.get().pause(), exhausted.get().sentence());
    }
    try {
      return reading.of(
          wire.exchange(link.on(Occasion.ACCESS), request.call(), link.facts()).reply());
    } catch (NoValue e) {
      return new Outcome.Denied(String.valueOf(e.getMessage()));
    } catch (NotSent e) {
      allowance.giveBack(link);
      return new Outcome.Later(e.pause().orElse(AGAIN), String.valueOf(e.getMessage()));
    } catch (NoReply e) {
      return new Outcome.Later(AGAIN, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Duration until(@Nullable Instant moment) {
    Instant now = clock.instant();
    return moment == null || moment.isAfter(now.plus(Duration.ofDays(3650)))
        ? null
        : Duration.between(now, moment);
  }

  private Duration wait(@Nullable Instant notBefore) {
    Instant now = clock.instant();
    return notBefore == null || !notBefore.isAfter(now) ? AGAIN : Duration.between(now, notBefore);
  }
}
