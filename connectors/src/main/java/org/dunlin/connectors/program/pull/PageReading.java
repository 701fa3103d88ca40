package org.dunlin.connectors.program.pull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Cursor;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.Stream;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/** Reads one page of a run. */
record PageReading(Pull pull, Stream stream, Facts facts) {
  /**
   * What the page has brought.
   *
   * @throws Unread where it is not taken
   */
  PageRead.Page read(PullState state, HttpReply reply) {
    Reading reading = Reading.of(stream, state.purpose());
    Facts known = Placeholders.of(state, reading, facts);
    PageNodes page = PageNodes.of(reply, reading.records(), known);
    List<Seen> seen = ObjectsSeen.of(page.objects(), reading.key(), reading.version(), known);
    String digest = page.digest(seen);
    if (!digest.isEmpty() && digest.equals(state.digest())) {
      throw new Unread("A page brought the same objects as the one before it; it would not end.");
    }
    Cursor cursor = reading.cursor();
    PullState read = behind(state, page, reply, digest, reading, known);
    PullState next = new Following(pull, reading, read, facts).after(page, reply, known);
    if (next != null && read.pages() >= stream.mostPages()) {
      throw new Unread("The pull did not end after " + read.pages() + " pages.");
    }
    String after =
        cursor == null || state.purpose() == Purpose.SWEEP
            ? null
            : CursorAfter.of(cursor, read, next == null);
    List<PageRead.Lead> leads =
        reading.whole() ? leads(stream, page.objects(), seen, known) : List.of();
    String ahead =
        cursor == null || state.purpose() == Purpose.SWEEP
            ? null
            : Ahead.of(read, page, seen, reading.mark(), known, next == null);
    return page(stream, seen, leads, next == null ? null : next.keeping(after), after, ahead);
  }

  /**
   * What the objects lead to.
   *
   * @param seen the same objects, in the same order
   */
  static List<PageRead.Lead> leads(
      Stream stream, List<JsonNode> objects, List<Seen> seen, Facts facts) {
    List<PageRead.Lead> leads = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      String from = seen.get(i).key();
      Wants.of(List.of(objects.get(i)), stream.wants(), facts)
          .forEach(wanted -> leads.add(new PageRead.Lead(from, wanted)));
    }
    return leads;
  }

  /** A page with these objects; of a stream that tells what was deleted, they are gone. */
  static PageRead.Page page(
      Stream stream,
      List<Seen> seen,
      List<PageRead.Lead> leads,
      @Nullable PullState next,
      @Nullable String cursor,
      @Nullable String ahead) {
    String of = stream.of();
    if (of == null) {
      return new PageRead.Page(seen, List.of(), leads, next, cursor, ahead);
    }
    List<Gone> gone = seen.stream().map(each -> new Gone(of, each.key())).toList();
    return new PageRead.Page(List.of(), gone, leads, next, cursor, ahead);
  }

  private PullState behind(
      PullState state,
      PageNodes page,
      HttpReply reply,
      String digest,
      Reading reading,
      Facts known) {
    boolean first = state.pages() == 0;
    String highest = highest(state, page, reading, known);
    return new PullState(
        state.stream(),
        state.purpose(),
        state.started(),
        first ? ReplyClock.of(reply).orElse(null) : state.clock(),
        state.kept(),
        state.base(),
        state.exact(),
        state.number(),
        state.token(),
        state.pages() + 1,
        highest,
        first ? highest : state.known(),
        digest.isEmpty() ? null : digest);
  }

  private @Nullable String highest(PullState state, PageNodes page, Reading reading, Facts known) {
    Cursor cursor = reading.cursor();
    if (cursor != null && cursor.from() instanceof Cursor.From.Reply from) {
      return replied(state, page, cursor, from.reply(), known);
    }
    Selector mark = reading.mark();
    if (cursor == null || mark == null) {
      return null;
    }
    Optional<Mark> highest = Highest.of(page, mark, cursor, known);
    Optional<Mark> before = Optional.ofNullable(state.highest()).flatMap(Mark::of);
    return highest
        .map(each -> before.map(each::max).orElse(each))
        .or(() -> before)
        .map(Mark::text)
        .orElse(null);
  }

  /**
   * Of a reply that tells the time, the first page's counts, since later pages do not show what
   * changed in earlier ones; of one that tells anything else, or with pages in order, the last.
   */
  private @Nullable String replied(
      PullState state, PageNodes page, Cursor cursor, Selector reply, Facts known) {
    String before = state.highest();
    String told = reply.text(page.reply(), known).orElse(before);
    boolean time = told != null && Mark.of(told).isPresent();
    return before != null && time && !cursor.ascending() ? before : told;
  }
}
