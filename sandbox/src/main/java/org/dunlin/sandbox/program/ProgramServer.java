package org.dunlin.sandbox.program;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.dunlin.sandbox.program.Routes.Found;
import org.dunlin.sandbox.program.books.Impossible;
import org.jspecify.annotations.Nullable;

/**
 * Serves a program's API on loopback: trouble first, then limits, then the token, then the answer.
 */
public final class ProgramServer implements AutoCloseable {
  private final Routes routes;
  private final Manners manners;
  private final Limits limits;
  private final Gatekeeper gatekeeper;
  private final Trouble trouble = new Trouble();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Loopback loopback;

  /**
   * Serves.
   *
   * @param port on loopback; 0 for any that is free
   * @throws IOException when the port is taken
   */
  public ProgramServer(
      int port, Routes routes, Manners manners, Limits limits, Gatekeeper gatekeeper)
      throws IOException {
    this.routes = routes;
    this.manners = manners;
    this.limits = limits;
    this.gatekeeper = gatekeeper;
    this.loopback = new Loopback(port, this::answer);
  }

  /** Where it listens, without a slash at the end. */
  public URI address() {
    return loopback.address();
  }

  public Trouble trouble() {
    return trouble;
  }

  public Limits limits() {
    return limits;
  }

  /** What was asked of the API until now, requests for tokens included. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    trouble.behave();
    loopback.close();
  }

  private @Nullable Reply answer(Ask ask) {
    trouble.pass();
    Optional<Found> found = routes.find(ask.method(), ask.path());
    Reply reply;
    if (found.isPresent() && found.get().open()) {
      reply = ofEverybody(ask, found.get());
    } else {
      reply = ofApi(ask, found);
    }
    int status = reply == null ? 0 : reply.status();
    calls.add(new Call(ask.method(), ask.path(), ask.query(), status));
    trouble.answered(ask);
    return reply;
  }

  /** What asks for no token: requests for tokens above all. */
  private @Nullable Reply ofEverybody(Ask ask, Found found) {
    Happening happening = trouble.takeForTokens(ask).orElse(null);
    Supplier<Reply> answer = () -> granted(found, ask.at(found.variables(), null));
    Limits.Verdict unlimited = new Limits.Verdict(Optional.empty(), false, List.of());
    return happening == null ? answer.get() : happened(happening, ask, unlimited, answer);
  }

  private @Nullable Reply ofApi(Ask ask, Optional<Found> found) {
    Limits.Verdict verdict = limits.enter();
    if (!verdict.passes()) {
      return manners.tooMany(verdict, true).with(manners.quotas(verdict));
    }
    try {
      Happening happening = trouble.take(ask).orElse(null);
      Supplier<Reply> answer = () -> admitted(ask, found, happening);
      Reply reply = happening == null ? answer.get() : happened(happening, ask, verdict, answer);
      return reply == null ? null : reply.with(manners.quotas(verdict));
    } finally {
      limits.leave();
    }
  }

  private @Nullable Reply happened(
      Happening happening, Ask ask, Limits.Verdict verdict, Supplier<Reply> answer) {
    return switch (happening) {
      case TOO_MANY -> manners.tooMany(verdict, true);
      case TOO_MANY_UNTOLD -> manners.tooMany(verdict, false);
      case FAILS -> manners.failed(500);
      case UNAVAILABLE -> manners.failed(503);
      case FAILS_AFTER_WRITE -> {
        Reply unused = answer.get();
        yield manners.failed(500);
      }
      case SILENT_AFTER_WRITE -> {
        Reply unused = answer.get();
        trouble.hold();
        yield null;
      }
      case HANGS_UP -> null;
      case HANGS_UP_AFTER_WRITE -> {
        Reply unused = answer.get();
        yield null;
      }
      case SLOW -> {
        trouble.hold();
        yield answer.get();
      }
      case TOKEN_REFUSED -> manners.unauthorised(TokenState.UNKNOWN);
      case EMPTY_PAGE -> manners.emptyPage(ask);
      case PAGE_TWICE, PAGE_REORDERED -> answer.get();
    };
  }

  private Reply admitted(Ask ask, Optional<Found> found, @Nullable Happening twist) {
    TokenState state = gatekeeper.state(ask);
    if (state != TokenState.GOOD) {
      return manners.unauthorised(state);
    }
    return found
        .map(route -> granted(route, ask.at(route.variables(), twist)))
        .orElseGet(() -> manners.refused(Refusal.notFound("There is no " + ask + ".")));
  }

  private Reply granted(Found route, Ask ask) {
    try {
      return route.endpoint().answer(ask);
    } catch (Refusal refusal) {
      return manners.refused(refusal);
    } catch (Impossible impossible) {
      return manners.refused(new Refusal(400, String.valueOf(impossible.getMessage())));
    } catch (DateTimeException | NumberFormatException unread) {
      return manners.refused(new Refusal(400, "A value could not be read."));
    }
  }
}
