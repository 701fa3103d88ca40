package org.dunlin.work.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.AccountFile.Kind.STATEMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.work.AccountFile;
import org.dunlin.work.AccountFile.Ntry;
import org.dunlin.work.AccountFile.Tx;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a bank tells again of a payment whose payer was erased, in whatever words. */
class ErasedEntryTest {
  private static final LocalDate DAY = TestHub.TODAY;

  private final Person person = new Person();
  private final TestHub hub = person.hub;

  @AfterEach
  void close() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    person.close();
  }

  @Test
  void anotherStatementWithOtherWordsBringsNobodyBack() {
    person.paid();
    person.erase();
    List<String> before = books();
    offer("week.xml", week("121.00"));

    assertThat(hub.deliveries()).extracting(Seen::state).containsOnly("APPLIED");
    assertThat(books()).isEqualTo(before);
    assertThat(person.places(Person.NAME)).isEmpty();
  }

  @Test
  void anotherAmountContradictsAsEver() {
    person.paid();
    person.erase();
    offer("week.xml", week("120.00"));

    assertThat(hub.deliveries().getLast().reasonCode()).isEqualTo("ENTRY_CONTRADICTED");
  }

  @Test
  void anEntryOfWhosePartsTheFirstWasErasedCountsOnce() {
    countsOnce(
        new Tx("121.00", Person.NAME, "2026-0042"), new Tx("50.00", "Customer c2", "2026-0043"));
  }

  @Test
  void anEntryOfWhosePartsTheSecondWasErasedCountsOnce() {
    countsOnce(
        new Tx("50.00", "Customer c2", "2026-0043"), new Tx("121.00", Person.NAME, "2026-0042"));
  }

  @Test
  void anEntryOfAnotherSumThanItsPartsContradictsAlsoWhereOneWasErased() {
    person.reminded();
    offer("today.xml", of(DAY, batch("171.00", new Tx("121.00", Person.NAME, "2026-0042"))));
    person.erase();
    offer("later.xml", of(DAY.plusDays(1), batch("172.00").bare()));

    assertThat(hub.deliveries().getLast().reasonCode()).isEqualTo("ENTRY_CONTRADICTED");
  }

  private void countsOnce(Tx... made) {
    person.reminded();
    offer("today.xml", of(DAY, Ntry.of("B-1", DAY, "171.00", made)));
    person.erase();
    offer("later.xml", of(DAY.plusDays(1), Ntry.of("B-1", DAY, "171.00")));

    assertThat(hub.deliveries()).extracting(Seen::state).containsOnly("APPLIED");
    assertThat(sum()).isEqualByComparingTo("171.00");
  }

  private static Ntry batch(String amount, Tx... first) {
    Tx[] made = first.length == 0 ? first : new Tx[] {first[0], new Tx("50.00", "C", "2026-0043")};
    return Ntry.of("B-1", DAY, amount, made);
  }

  private static byte[] of(LocalDate day, Ntry entry) {
    return AccountFile.of(STATEMENT, "S-" + day, day, entry).bytes();
  }

  private byte[] week(String amount) {
    return BankFile.empty()
        .with(
            TestHub.IBAN,
            DAY.minusDays(3),
            DAY,
            BigDecimal.ZERO,
            List.of(
                Entry.in("R-1", DAY, amount, "W. Zonnebloem", "thanks"),
                Entry.in("R-2", DAY, "7.00", "Somebody Else", "no idea")))
        .bytes();
  }

  private void offer(String name, byte[] file) {
    hub.offer(name, file);
    hub.run();
  }

  private List<String> books() {
    return person.books().stream().filter(line -> !line.startsWith("statement")).toList();
  }

  private BigDecimal sum() {
    return hub.jdbc().sql("select sum(amount) from payment").query(BigDecimal.class).single();
  }
}
