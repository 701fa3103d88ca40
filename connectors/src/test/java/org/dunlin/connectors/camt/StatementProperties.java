package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Statement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Statements that the test writes are read back exactly, or refused when a cent is changed. */
class StatementProperties {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  /** What the test writes of an entry: cents with sign, day of the year, and a text. */
  record Written(long cents, int day, String text, boolean reference) {}

  @Property(tries = 200)
  void whatIsWrittenIsReadBack(
      @ForAll("entries") List<Written> entries,
      @ForAll @LongRange(min = -1_000_000_00L, max = 1_000_000_00L) long opening) {
    Sample sample = new Sample(file(entries, opening, 0));
    List<Payment> payments = sample.payments();
    Statement statement = sample.statements().get(0);

    assertThat(statement.entries()).isEqualTo(entries.size());
    assertThat(statement.openingBalance()).isEqualTo(cents(opening));
    assertThat(statement.closingBalance()).isEqualTo(cents(opening + sum(entries)));
    assertThat(payments).hasSameSizeAs(entries);
    for (int i = 0; i < entries.size(); i++) {
      Written written = entries.get(i);
      Payment payment = payments.get(i);
      assertThat(payment.amount()).isEqualTo(cents(Math.abs(written.cents)));
      assertThat(payment.direction()).isEqualTo(written.cents > 0 ? Direction.IN : Direction.OUT);
      assertThat(payment.bookingDate()).isEqualTo(FIRST.plusDays(written.day));
      assertThat(payment.remittance()).isEqualTo(written.text);
    }
  }

  @Property(tries = 100)
  void noTwoEntriesShareAnIdAndTheSameFileGivesTheSameIds(
      @ForAll("entries") List<Written> entries) {
    List<String> ids = ids(entries);

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids(entries)).isEqualTo(ids);
  }

  /** What makes re-delivered days safe: only equal entries count each other. */
  @Property(tries = 100)
  void theIdsDoNotDependOnTheOrderOfTheEntries(@ForAll("entries") List<Written> entries) {
    assertThat(ids(entries.reversed())).containsExactlyInAnyOrderElementsOf(ids(entries));
  }

  @Property(tries = 100)
  void aClosingBalanceThatIsWrongByAnythingRefusesTheFile(
      @ForAll("entries") List<Written> entries,
      @ForAll @LongRange(min = 1, max = 1_000_000) long difference) {
    assertThat(new Sample(file(entries, 0, difference)).problem().code())
        .isEqualTo("BALANCE_DOES_NOT_TIE");
    assertThat(new Sample(file(entries, 0, -difference)).problem().code())
        .isEqualTo("BALANCE_DOES_NOT_TIE");
  }

  @Provide
  Arbitrary<List<Written>> entries() {
    Arbitrary<Long> cents =
        Arbitraries.longs().between(-99_999_999, 99_999_999).filter(c -> c != 0);
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 3);
    Arbitrary<String> texts = Arbitraries.of("A", "B", "factuur 7", "été & fils <x>");
    return Combinators.combine(
            Arbitraries.oneOf(Arbitraries.of(100L, -100L), cents),
            days,
            texts,
            Arbitraries.of(true, false))
        .as(Written::new)
        .list()
        .ofMaxSize(30);
  }

  private static List<String> ids(List<Written> entries) {
    return new Sample(file(entries, 0, 0)).payments().stream().map(Payment::id).toList();
  }

  private static long sum(List<Written> entries) {
    return entries.stream().mapToLong(Written::cents).sum();
  }

  private static Money cents(long cents) {
    return Money.ofMinor(CurrencyUnit.EUR, cents);
  }

  private static String file(List<Written> entries, long opening, long wrongBy) {
    StringBuilder text = new StringBuilder();
    text.append("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">");
    text.append("<BkToCstmrStmt><Stmt><Id>S</Id><CreDtTm>2026-02-01T00:00:00Z</CreDtTm>");
    text.append("<Acct><Id><IBAN>NL44RABO0123456789</IBAN></Id></Acct>");
    text.append(balance("OPBD", opening));
    text.append(balance("CLBD", opening + sum(entries) + wrongBy));
    entries.forEach(entry -> text.append(entry(entry)));
    return text.append("</Stmt></BkToCstmrStmt></Document>").toString();
  }

  private static String balance(String code, long cents) {
    return "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp>%s<Dt><Dt>2026-01-31</Dt></Dt></Bal>"
        .formatted(code, amount(cents));
  }

  /** Entries with a reference share one: the worst that a bank could do. */
  private static String entry(Written entry) {
    return """
        <Ntry>%s<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%s</Dt></BookgDt>%s
        <NtryDtls><TxDtls><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        """
        .formatted(
            amount(entry.cents),
            FIRST.plusDays(entry.day),
            entry.reference ? "<AcctSvcrRef>R</AcctSvcrRef>" : "",
            entry.text.replace("&", "&amp;").replace("<", "&lt;"));
  }

  private static String amount(long cents) {
    return "<Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>%s</CdtDbtInd>"
        .formatted(
            Money.ofMinor(CurrencyUnit.EUR, Math.abs(cents)).getAmount().toPlainString(),
            cents < 0 ? "DBIT" : "CRDT");
  }
}
