package org.dunlin.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.store.Ids;
import org.dunlin.store.Rows;
import org.dunlin.store.ledger.Payments.Entry;
import org.dunlin.store.ledger.Payments.Found;
import org.dunlin.store.ledger.Payments.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that are added together are found as if they were added one after the other. */
class TogetherTest {
  private static final String[] KEYS = {"a", "b", "c", "d", "e"};

  private final Rows rows = new Rows();

  @AfterEach
  void close() {
    rows.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void entriesTogetherAreFoundAsOneByOne(long seed) {
    rows.company("one-by-one");
    Random random = new Random(seed);
    for (int file = 0; file < 4; file++) {
      UUID delivery = Ids.next();
      List<Entry> entries =
          Stream.generate(() -> random(random)).limit(1 + random.nextInt(6)).toList();
      List<Entry> numbered = numbered(entries, random.nextInt(3));
      List<Found> oneByOne = new ArrayList<>();
      for (Entry entry : numbered) {
        oneByOne.addAll(add("one-by-one", delivery, List.of(entry)));
      }

      assertThat(add("acme", delivery, numbered)).isEqualTo(oneByOne);
      assertThat(add("acme", delivery, numbered)).as("replayed").doesNotContain(Found.NEW);
    }
    assertThat(kept("acme")).isEqualTo(kept("one-by-one"));
  }

  @Test
  void ofTwoEntriesWithOneKeyInOneListTheFirstIsKept() {
    List<Entry> entries = numbered(List.of(entry("a", 1), entry("b", 1), entry("a", 2)), 0);

    assertThat(add("acme", Ids.next(), entries))
        .containsExactly(Found.NEW, Found.NEW, Found.TWICE_IN_STATEMENT);
    assertThat(kept("acme")).hasSize(2);
  }

  @Test
  void aPageFollowsOnTheOneBeforeWithoutAGapOrADouble() {
    for (int i = 0; i < 7; i++) {
      add("acme", Ids.next(), numbered(List.of(entry("key " + i, 1)), 0));
    }
    List<String> inOrder = ids(rows.stores.payments().unallocated("acme", Place.START, 100));
    List<String> paged = new ArrayList<>();
    Place place = Place.START;
    for (List<PaymentState> page = page(place); !page.isEmpty(); page = page(place)) {
      paged.addAll(ids(page));
      place = Place.behind(page.getLast().payment());
    }

    assertThat(paged).hasSize(7).isEqualTo(inOrder);
  }

  private List<PaymentState> page(Place after) {
    return rows.stores.payments().unallocated("acme", after, 3);
  }

  private static List<String> ids(List<PaymentState> page) {
    return page.stream().map(state -> state.payment().id()).toList();
  }

  private List<Found> add(String companyId, UUID delivery, List<Entry> entries) {
    return rows.stores.payments().add(Rows.origin(companyId, 1), delivery, 0, entries);
  }

  private List<String> kept(String companyId) {
    return rows.jdbc()
        .sql(
            "select entry_key || ordinal || encode(content, 'hex') from payment"
                + " where company_id = ? order by entry_key")
        .param(companyId)
        .query(String.class)
        .list();
  }

  private static Entry random(Random random) {
    return entry(KEYS[random.nextInt(KEYS.length)], random.nextInt(2));
  }

  private static Entry entry(String key, int content) {
    return new Entry(0, Rows.in(key, "10.00"), new byte[] {(byte) content}, false);
  }

  private static List<Entry> numbered(List<Entry> entries, int from) {
    List<Entry> numbered = new ArrayList<>();
    for (Entry entry : entries) {
      numbered.add(new Entry(from + numbered.size(), entry.said(), entry.content(), false));
    }
    return numbered;
  }
}
