package org.dunlin.connectors.program.pull;

import java.time.Instant;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Replies;
import org.dunlin.connectors.program.Sketch;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/** A pull of invoices, one page after the other, as a test says it. */
final class Invoices {
  static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final String HEAD =
      """
      capabilities: [read.invoices]
      base: https://api.example.test/v1
      authorisation: {kind: none}
      streams:
        invoices:
          gives: [read.invoices]
          every: PT15M
          records: .invoices
          key: .id
          mapping: invoices.jslt
      """;

  private final Pull pull;
  private PullState state;
  private @Nullable PageRead last;

  private Invoices(Pull pull, Purpose purpose, @Nullable String cursor) {
    this.pull = pull;
    this.state = pull.begin(purpose, cursor, NOW);
  }

  /** A program whose stream of invoices says this beside where its records and keys are. */
  static Program program(String stream) {
    return Sketch.program(HEAD + stream.indent(4));
  }

  /** The first pull of all. */
  static Invoices first(String stream) {
    return from(stream, null);
  }

  /** A pull from this cursor. */
  static Invoices from(String stream, @Nullable String cursor) {
    return new Invoices(Pull.of(program(stream), "invoices"), Purpose.POLL, cursor);
  }

  /** A sweep. */
  static Invoices sweep(String stream) {
    return new Invoices(Pull.of(program(stream), "invoices"), Purpose.SWEEP, "2026-11-19");
  }

  /** The path and query that are asked for now. */
  String asked() {
    String address = pull.request(state, Facts.NONE).address().toString();
    return address.replace("https://api.example.test/v1", "");
  }

  /** What the program's answer makes of it. */
  Invoices answered(String body) {
    return answered(Replies.ok(body));
  }

  /** What the program's answer makes of it. */
  Invoices answered(HttpReply reply) {
    last = pull.read(PullState.of(state.json()), reply, Facts.NONE);
    if (last instanceof PageRead.Page page && page.next() != null) {
      state = page.next();
    }
    return this;
  }

  /** The page that was read last. */
  PageRead.Page page() {
    if (last instanceof PageRead.Page page) {
      return page;
    }
    throw new AssertionError("not a page: " + last);
  }

  /** Why the page that was read last is not taken. */
  String refused() {
    if (last instanceof PageRead.Refused refused) {
      return refused.sentence();
    }
    throw new AssertionError("not refused: " + last);
  }

  /** Whether the run is complete. */
  boolean complete() {
    return page().next() == null;
  }
}
