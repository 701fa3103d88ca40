package org.dunlin.connectors.program.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Program;
import org.jspecify.annotations.Nullable;

/**
 * What holds of every way to read a list that changes while it is read: sizes, orders, kinds of
 * paging and of cursors, and clocks that differ.
 */
class ChangingListProperties {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  /**
   * A way to read.
   *
   * @param paging as the manifest says it
   * @param cursor as the manifest says it
   */
  record Way(Shop.Order order, String paging, String cursor, Program program) {
    @Override
    public String toString() {
      return order + ", " + paging + ", " + cursor;
    }
  }

  @Provide
  Arbitrary<Way> ways() {
    return Arbitraries.of(Ways.all());
  }

  @Property(tries = 600)
  void everyVersionInTheWindowIsSeenAndNoCursorPassesOneThatWasNot(
      @ForAll("ways") Way way,
      @ForAll @IntRange(min = 0, max = 60) int invoices,
      @ForAll @IntRange(min = -7200, max = 7200) int skew,
      @ForAll long seed) {
    Random random = new Random(seed);
    Shop shop = new Shop(random, way.order(), Ways.SIZE, NOW.plusSeconds(skew));
    shop.work(invoices);
    Set<Seen> seen = new HashSet<>();
    String cursor = null;
    for (int run = 0; run < 4; run++) {
      // Nobody works during the last run: after it, everything must have been seen.
      cursor = run(way, shop, cursor, skew, run < 3 ? 3 : 0, seen);
    }
    for (Shop.Invoice invoice : shop.invoices()) {
      assertThat(seen).as(way + ": " + invoice).contains(version(invoice));
    }
  }

  private static @Nullable String run(
      Way way, Shop shop, @Nullable String cursor, int skew, int changes, Set<Seen> seen) {
    Pull pull = Pull.of(way.program(), "invoices");
    Instant began = shop.clock().minusSeconds(skew);
    PullState state = pull.begin(Purpose.POLL, cursor, began);
    String kept = cursor;
    while (state != null) {
      var reply = shop.answer(pull.request(state, Facts.NONE));
      PageRead read = pull.read(PullState.of(state.json()), reply, Facts.NONE);
      assertThat(read).as(way.toString()).isInstanceOf(PageRead.Page.class);
      PageRead.Page page = (PageRead.Page) read;
      seen.addAll(page.seen());
      kept = page.cursor() == null ? kept : page.cursor();
      nothingBelow(kept, way, shop.invoices(), seen);
      shop.work(changes);
      state = page.next();
    }
    nothingBelow(kept, way, shop.invoices(), seen);
    return kept;
  }

  /** The next run asks for what is at the cursor or above it. */
  private static void nothingBelow(
      @Nullable String cursor, Way way, List<Shop.Invoice> invoices, Set<Seen> seen) {
    for (Shop.Invoice invoice : invoices) {
      String mark = way.cursor().contains("count") ? "" + invoice.count() : "" + invoice.changed();
      if (cursor != null
          && Mark.of(mark).orElseThrow().compareTo(Mark.of(cursor).orElseThrow()) < 0) {
        assertThat(seen)
            .as(way + ": the cursor " + cursor + " passed " + invoice)
            .contains(version(invoice));
      }
    }
  }

  private static Seen version(Shop.Invoice invoice) {
    return new Seen(invoice.id(), invoice.changed().toString());
  }
}
