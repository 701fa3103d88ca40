package org.dunlin.connectors.program.authorise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.answer.Answers;
import org.dunlin.connectors.program.answer.Verdict;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;

/** The sign-in of a program that works in sessions. */
public final class SignIn {
  private final Program program;
  private final Authorisation.Session session;

  private SignIn(Program program, Authorisation.Session session) {
    this.program = program;
    this.session = session;
  }

  /**
   * The program's sign-in.
   *
   * @throws IllegalArgumentException where its manifest has another kind of authorisation
   */
  public static SignIn of(Program program) {
    if (program.manifest().authorisation() instanceof Authorisation.Session session) {
      return new SignIn(program, session);
    }
    throw new IllegalArgumentException(program.name() + " has no sign-in.");
  }

  /** Signs in. */
  public HttpCall request(Facts facts) {
    return program.call(session.request(), facts);
  }

  /** What the sign-in came to. */
  public SignedIn answer(HttpReply reply, Facts facts, Instant now) {
    return switch (Answers.of(program, reply, now)) {
      case Verdict.Ok ok -> signedIn(reply, facts, now);
      case Verdict.Retry retry -> new SignedIn.Later(retry.notBefore(), retry.why());
      case Verdict.Wait wait -> new SignedIn.Later(wait.until(), wait.why());
      case Verdict.Refresh refresh -> denied("does not accept user and password; enter them anew");
      case Verdict.Gone gone -> denied("has no sign-in at this address; look at the settings");
      case Verdict.Reauthorise reauthorise -> new SignedIn.Denied(reauthorise.why());
      case Verdict.Refuse refuse -> new SignedIn.Denied(refuse.sentence());
    };
  }

  private SignedIn signedIn(HttpReply reply, Facts facts, Instant now) {
    JsonNode body = json(reply);
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<String, Selector> given : session.gives().entrySet()) {
      Optional<String> value = value(given.getValue(), body, facts);
      if (value.isEmpty()) {
        return denied("gave no " + given.getKey() + " at the sign-in; look at user and password");
      }
      values.put(given.getKey(), value.get());
    }
    if (session.cookies()) {
      String cookies = Cookies.of(reply);
      if (cookies.isEmpty()) {
        return denied("gave no cookie at the sign-in; look at user and password");
      }
      values.put(Authorising.COOKIE, cookies);
    }
    return new SignedIn.Session(values, session.lasts() == null ? null : now.plus(session.lasts()));
  }

  private static Optional<String> value(Selector selector, JsonNode body, Facts facts) {
    try {
      return selector.text(body, facts);
    } catch (MappingFailed e) {
      return Optional.empty();
    }
  }

  private SignedIn denied(String what) {
    return new SignedIn.Denied(program.manifest().name() + " " + what + ".");
  }

  /** A sign-in that gives only cookies may answer with a page. */
  private static JsonNode json(HttpReply reply) {
    try {
      return Json.read(reply.body());
    } catch (NotJson e) {
      return MissingNode.getInstance();
    }
  }
}
