package org.dunlin.work.pull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.Line;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Wire;
import org.jspecify.annotations.Nullable;

/** A program at the other end of the wire, which answers as a test tells it to. */
public final class ScriptedVendor implements Wire {
  /** What was asked, in order. */
  public final List<HttpCall> asked = new ArrayList<>();

  /** How often it was said that what failed before holds nothing back any more. */
  public final AtomicInteger forgiven = new AtomicInteger();

  private @Nullable Instant last;
  private Answer answer = call -> reply(500, "{}");

  /** How the program answers. */
  @FunctionalInterface
  public interface Answer {
    /** Answers a call. */
    HttpReply to(HttpCall call) throws NotSent, NoReply;
  }

  /** From now on it answers so. */
  public void answers(Answer next) {
    answer = next;
  }

  @Override
  public HttpReply exchange(Line line, HttpCall call) throws NotSent, NoReply {
    synchronized (asked) {
      asked.add(call);
    }
    return answer.to(call);
  }

  @Override
  public void forgive(String companyId, String connectionId, Instant at) {
    if (last == null || at.isAfter(last)) {
      last = at;
      forgiven.incrementAndGet();
    }
  }

  /** What was asked, as method and path with the query. */
  public List<String> paths() {
    return paths(each -> true);
  }

  /** Those of the requests whose path holds this. */
  public List<String> paths(Function<String, Boolean> which) {
    synchronized (asked) {
      return asked.stream().map(ScriptedVendor::path).filter(which::apply).toList();
    }
  }

  private static String path(HttpCall call) {
    String query = call.address().getRawQuery();
    return call.method() + " " + call.address().getPath() + (query == null ? "" : "?" + query);
  }

  /** An answer. */
  public static HttpReply reply(int status, String body) {
    return new HttpReply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer with one header. */
  public static HttpReply reply(int status, String body, String header, String value) {
    return new HttpReply(
        status, Map.of(header, List.of(value)), body.getBytes(StandardCharsets.UTF_8));
  }
}
