package org.dunlin.sandbox.program.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.sandbox.program.Sold.euro;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dunlin.sandbox.program.SetClock;
import org.dunlin.sandbox.program.Sold;
import org.dunlin.sandbox.program.books.Change.Action;
import org.dunlin.sandbox.program.books.Change.Subject;
import org.dunlin.sandbox.program.books.SalesDocument.State;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Books of a simulated program. */
class BooksTest {
  private final Books books = new Books("test", new SetClock());
  private final Sold sold = new Sold(books);

  @Property(tries = 100)
  void whatIsOpenIsTheTotalLessAllThatSettlesAndNeverNegative(
      @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 40000) Integer> payments) {
    Books kept = new Books("property", new SetClock());
    SalesDocument invoice = new Sold(kept).invoice("1");
    Money paid = euro("0.00");
    long version = invoice.stamp().version();
    for (int cents : payments) {
      Money amount = Money.ofMinor(paid.getCurrencyUnit(), cents);
      try {
        kept.pay(invoice.id(), Sold.DAY, amount, null);
        paid = paid.plus(amount);
        long changed = kept.documents().get(invoice.id()).stamp().version();
        assertThat(changed).isGreaterThan(version);
        version = changed;
      } catch (Impossible tooMuch) {
        assertThat(amount).isGreaterThan(kept.sums().open(invoice));
      }
    }
    assertThat(kept.sums().open(invoice)).isEqualTo(euro("1210.00").minus(paid));
    assertThat(kept.sums().open(invoice).isNegative()).isFalse();
  }

  @Test
  void theSameNameGivesTheSameIds() {
    Books again = new Books("test", new SetClock());
    assertThat(new Sold(again).invoice("1").id()).isEqualTo(sold.invoice("1").id());
    assertThat(new Sold(new Books("other", new SetClock())).invoice("1").id())
        .isNotEqualTo(again.documents().all().getFirst().id());
  }

  @Test
  void aPaymentTakenBackOpensItsInvoiceAgainOnce() {
    SalesDocument invoice = sold.invoice("1");
    Receipt receipt = books.pay(invoice.id(), Sold.DAY, euro("1210.00"), null);
    assertThat(books.sums().paidOn(invoice)).contains(Sold.DAY);
    books.deletePayment(receipt.id());
    assertThat(books.sums().open(invoice)).isEqualTo(euro("1210.00"));
    assertThatThrownBy(() -> books.deletePayment(receipt.id())).isInstanceOf(Impossible.class);
  }

  @Test
  void aDepositSettlesNoMoreThanItBrought() {
    SalesDocument invoice = sold.invoice("1");
    Deposit deposit =
        books.deposit(Deposit.Kind.OVERPAYMENT, sold.contact(), Sold.DAY, euro("50.00"), null);
    Application made = books.apply(deposit.id(), invoice.id(), euro("30.00"), Sold.DAY);
    assertThat(books.sums().left(deposit)).isEqualTo(euro("20.00"));
    assertThatThrownBy(() -> books.apply(deposit.id(), invoice.id(), euro("20.01"), Sold.DAY))
        .isInstanceOf(Impossible.class);
    books.unapply(made.id());
    assertThat(books.sums().left(deposit)).isEqualTo(euro("50.00"));
    assertThat(books.sums().open(invoice)).isEqualTo(euro("1210.00"));
  }

  @Test
  void nothingIsPaidOfADraftOrOfWhatIsVoided() {
    SalesDocument draft = sold.draft("1");
    SalesDocument voided = books.voidDocument(sold.invoice("2").id());
    assertThat(voided.state()).isEqualTo(State.VOIDED);
    for (SalesDocument document : List.of(draft, voided)) {
      assertThatThrownBy(() -> books.pay(document.id(), Sold.DAY, euro("1.00"), null))
          .isInstanceOf(Impossible.class);
    }
  }

  @Test
  void whoeverListensHearsOfEveryChange() {
    List<Change> heard = new ArrayList<>();
    books.listen(heard::add);
    SalesDocument invoice = sold.invoice("1");
    Receipt receipt = books.pay(invoice.id(), Sold.DAY, euro("1.00"), null);
    books.deleteDocument(sold.draft("2").id());
    assertThat(heard)
        .contains(
            new Change(Subject.INVOICE, Action.CREATED, invoice.id()),
            new Change(Subject.INVOICE, Action.CHANGED, invoice.id()),
            new Change(Subject.PAYMENT, Action.CREATED, receipt.id()))
        .anyMatch(change -> change.action() == Action.DELETED);
  }
}
