package org.dunlin.store.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Rows;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.page.WrongCursor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListingTest {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final Rows rows = new Rows();
  private final Listing<Invoice> invoices = rows.stores.records().invoices();

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void everyRecordIsOnOnePageInTheOrderOfMakingAlsoWhenMoreCome() {
    List<String> made = made(4);

    Page<Invoice> first = page(null, null, 3);
    List<String> seen = ids(first);
    made.add(rows.invoice("acme", "late", "10.00").toString());
    Page<Invoice> second = page(null, first.next(), 3);
    seen.addAll(ids(second));

    assertThat(seen).isEqualTo(made);
    assertThat(second.next()).isNull();
  }

  @Test
  void whatWasWrittenSinceComesInTheOrderOfWriting() {
    List<String> made = made(3);
    claim(made.getFirst());

    Page<Invoice> first = page(LONG_AGO, null, 2);
    Page<Invoice> rest = page(LONG_AGO, first.next(), 2);

    assertThat(ids(first)).isEqualTo(made.subList(1, 3));
    assertThat(ids(rest)).containsExactly(made.getFirst());
    assertThat(rest.next()).isNull();
  }

  @Test
  void aChangeThatIsNotYetCommittedHoldsBackWhatIsYoungerSoThatNobodyMissesIt() throws Exception {
    List<String> made = made(2);
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> slow =
          other.submit(
              () ->
                  rows.stores
                      .transactions()
                      .run(
                          () -> {
                            claim(made.getFirst());
                            written.countDown();
                            await(read);
                          }));
      written.await();
      claim(made.getLast());

      List<String> before = ids(page(LONG_AGO, null, 10));
      read.countDown();
      slow.get();
      List<String> after = ids(page(LONG_AGO, null, 10));

      assertThat(before).doesNotContain(made.getLast());
      assertThat(after).containsExactly(made.getFirst(), made.getLast());
    }
  }

  @Test
  void anotherCompanysRecordsAreInNoListAndUnderNoId() {
    rows.company("other");
    String foreign = rows.invoice("other", "1", "10.00").toString();

    assertThat(page(null, null, 10).items()).isEmpty();
    assertThat(page(LONG_AGO, null, 10).items()).isEmpty();
    assertThat(invoices.find("acme", foreign)).isEmpty();
    assertThat(invoices.find("other", foreign)).isPresent();
    assertThat(invoices.find("other", "no id")).isEmpty();
  }

  @Test
  void aPlaceOfAnotherOrderIsNone() {
    made(2);
    Cursor made = page(null, null, 1).next();
    Cursor written = page(LONG_AGO, null, 1).next();

    assertThatThrownBy(() -> page(LONG_AGO, made, 1)).isInstanceOf(WrongCursor.class);
    assertThatThrownBy(() -> page(null, written, 1)).isInstanceOf(WrongCursor.class);
  }

  private List<String> made(int count) {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(rows.invoice("acme", "n-" + i, "10.00").toString());
    }
    return made;
  }

  private void claim(String invoice) {
    rows.jdbc()
        .sql("update invoice set claimed = claimed + 1 where invoice_id = :id")
        .param("id", UUID.fromString(invoice))
        .update();
  }

  private Page<Invoice> page(@Nullable Instant since, @Nullable Cursor after, int most) {
    return invoices.page(new Asked("acme", Map.of(), since, after, most));
  }

  private static List<String> ids(Page<Invoice> page) {
    return new ArrayList<>(page.items().stream().map(Invoice::id).toList());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
