package org.dunlin.connectors.program.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.dunlin.connectors.program.Documents;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.Lookup;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.answer.Answers;
import org.dunlin.connectors.program.answer.Verdict;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/** The document of one invoice: {@link #first()}, and then what each {@link Step} says. */
public final class InvoiceDocument {
  private static final byte[] NOTHING = {};

  private final Program program;
  private final Documents documents;
  private final String key;
  private final Facts facts;

  private InvoiceDocument(Program program, Documents documents, String key, Facts facts) {
    this.program = program;
    this.documents = documents;
    this.key = key;
    this.facts = facts.with("key", key);
  }

  /**
   * The document of an object.
   *
   * @param facts without token or session, which each request is given as they are then
   * @throws IllegalArgumentException where the stream has none in its manifest
   */
  public static InvoiceDocument of(Program program, String stream, String key, Facts facts) {
    return program.manifest().stream(stream)
        .flatMap(each -> Optional.ofNullable(each.documents()))
        .map(documents -> new InvoiceDocument(program, documents, key, facts))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The stream " + stream + " of " + program.name() + " has no documents."));
  }

  /**
   * What is asked first.
   *
   * @throws org.dunlin.connectors.program.NoValue where a setting is missing
   */
  public Step first() {
    return asking(
        documents.lookup(),
        "lookup.",
        Map.of(),
        known -> asking(documents.prepare(), "prepare.", known, this::asked));
  }

  /** What is done upon the answer to what was asked. */
  public Verdict verdict(Step.Ask asked, HttpReply reply, Instant now) {
    if (asked.redirects() && isRedirect(reply)) {
      return new Verdict.Ok();
    }
    Verdict verdict = Answers.of(program, reply, now);
    boolean ours = verdict instanceof Verdict.Refresh || verdict instanceof Verdict.Reauthorise;
    return !asked.authorised() && ours
        ? new Verdict.Refuse(
            "The place to which "
                + program.manifest().name()
                + " leads for the document does not give it (HTTP "
                + reply.status()
                + ").")
        : verdict;
  }

  /** Asks before the document is asked for; there is none where the answer lacks something. */
  private Step asking(
      @Nullable Lookup lookup,
      String prefix,
      Map<String, String> known,
      Function<Map<String, String>, Step> then) {
    return lookup == null
        ? then.apply(known)
        : new Step.Ask(
            held -> program.call(lookup.request(), with(held, known)),
            true,
            false,
            reply ->
                read(
                    answer ->
                        told(lookup, prefix, known, answer).map(then).orElseGet(Step.Absent::new),
                    reply));
  }

  private Optional<Map<String, String>> told(
      Lookup lookup, String prefix, Map<String, String> known, HttpReply reply) {
    JsonNode body = Json.read(reply.body());
    Map<String, String> more = new TreeMap<>(known);
    for (Map.Entry<String, Selector> given : lookup.gives().entrySet()) {
      Optional<String> value = given.getValue().text(body, with(facts, known));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      more.put(prefix + given.getKey(), value.get());
    }
    return Optional.of(more);
  }

  /** What requests may know now, with the document's key and what the program told on the way. */
  private Facts with(Facts held, Map<String, String> told) {
    Facts all = held.with("key", key);
    for (Map.Entry<String, String> each : told.entrySet()) {
      all = all.with(each.getKey(), each.getValue());
    }
    return all;
  }

  /** Reads an answer; one that cannot be read is refused. */
  private Step read(Step.Reading reading, HttpReply reply) {
    try {
      return reading.read(reply);
    } catch (NotJson | MappingFailed | NoValue e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private Step asked(Map<String, String> known) {
    if (documents.hosts().isEmpty()) {
      return new Step.Ask(
          held -> accepting(program.call(documents.request(), with(held, known))),
          true,
          documents.redirect(),
          this::answered);
    }
    HttpCall call = accepting(program.call(documents.request(), with(facts, known)));
    String host = lower(call.address().getHost());
    return permitted(host) && isHttps(call.address())
        ? new Step.Ask(held -> call, false, documents.redirect(), this::answered)
        : refused("the document would be on " + host + ", which its manifest does not permit.");
  }

  private Step answered(HttpReply reply) {
    return isRedirect(reply) ? elsewhere(reply) : content(reply);
  }

  private Step elsewhere(HttpReply reply) {
    URI address = location(reply);
    if (address == null
        || !isHttps(address)
        || address.getUserInfo() != null
        || (!documents.hosts().isEmpty() && !permitted(lower(address.getHost())))) {
      return refused("the answer leads to no address at which a document may be.");
    }
    HttpCall call = new HttpCall("GET", address, Map.of("accept", accepted()), NOTHING);
    return new Step.Ask(held -> call, false, false, this::content);
  }

  private Step content(HttpReply reply) {
    Selector content = documents.content();
    byte[] bytes;
    try {
      bytes = content == null ? reply.body() : packed(content.of(Json.read(reply.body()), facts));
    } catch (NotJson | MappingFailed | IllegalArgumentException e) {
      return refused("the answer with the document cannot be read.");
    }
    return bytes.length == 0
        ? new Step.Absent()
        : new Step.Found(documents.name().filled(facts), documents.type(), bytes);
  }

  /** Some programs say false where they have none. */
  private static byte[] packed(@Nullable JsonNode base64) {
    return base64 != null && base64.isTextual()
        ? Base64.getMimeDecoder().decode(base64.textValue())
        : NOTHING;
  }

  private boolean permitted(String host) {
    return documents.hosts().stream().anyMatch(each -> lower(each).equals(host));
  }

  /** What is a file and not JSON is asked for as one, unless the manifest says what to accept. */
  private HttpCall accepting(HttpCall call) {
    boolean said =
        documents.request().headers().keySet().stream().anyMatch("accept"::equalsIgnoreCase);
    return said || documents.content() != null ? call : call.with("accept", accepted());
  }

  private String accepted() {
    return documents.type() + ", */*;q=0.1";
  }

  private Step refused(String what) {
    return new Step.Refused(program.manifest().name() + ": " + what);
  }

  private static boolean isRedirect(HttpReply reply) {
    return reply.status() >= 300 && reply.status() < 400 && reply.header("location").isPresent();
  }

  private static @Nullable URI location(HttpReply reply) {
    try {
      return reply.header("location").map(text -> URI.create(text.strip())).orElse(null);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isHttps(URI address) {
    return lower(address.getScheme()).equals("https") && address.getHost() != null;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
