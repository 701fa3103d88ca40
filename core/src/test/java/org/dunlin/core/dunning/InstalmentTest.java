package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Plans.mail;
import static org.dunlin.core.dunning.Scene.day;
import static org.dunlin.core.dunning.Scene.money;

import java.util.List;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstalmentTest {
  private static final List<Instalment> THREE =
      List.of(
          new Instalment(day("2026-12-03"), money("EUR 300")),
          new Instalment(day("2026-12-01"), money("EUR 100")),
          new Instalment(day("2026-12-02"), money("EUR 200")));

  @Test
  void whatWasPaidIsTakenOffTheEarliestDueFirst() {
    assertThat(itemsWithOpen("EUR 600"))
        .containsExactly("01 EUR 100.00", "02 EUR 200.00", "03 EUR 300.00");
    assertThat(itemsWithOpen("EUR 550"))
        .containsExactly("01 EUR 50.00", "02 EUR 200.00", "03 EUR 300.00");
    assertThat(itemsWithOpen("EUR 350")).containsExactly("02 EUR 50.00", "03 EUR 300.00");
    assertThat(itemsWithOpen("EUR 0.01")).containsExactly("03 EUR 0.01");
    assertThat(itemsWithOpen("EUR 0")).isEmpty();
  }

  @Test
  void moreThanTheInstalmentsAddUpToIsNotAskedFor() {
    assertThat(itemsWithOpen("EUR 700"))
        .containsExactly("01 EUR 100.00", "02 EUR 200.00", "03 EUR 300.00");
  }

  @Test
  void twoInstalmentsOfOneDayAreOne() {
    Instalment half = new Instalment(day("2026-12-01"), money("EUR 50"));

    assertThat(items(invoice(List.of(half, half), InvoiceStatus.OPEN), "EUR 100"))
        .containsExactly("01 EUR 100.00");
  }

  @Test
  void anInstalmentThatIsNotDueYetIsNotAskedFor() {
    Scene scene = Scene.with(Plans.steps(mail("first", "+5d")));
    scene.invoices.add(new OpenInvoice(invoice(THREE, InvoiceStatus.OPEN), money("EUR 600")));

    assertThat(scene.on("2026-12-07").getFirst().items())
        .extracting(ActionItem::amount)
        .containsExactly(money("EUR 100"), money("EUR 200"));
  }

  @Test
  void payingTheOldestInstalmentLeavesTheStepOfTheOthers() {
    Scene scene = Scene.with(Plans.steps(mail("first", "+5d"), mail("second", "previous +7d")));
    Invoice invoice = invoice(THREE, InvoiceStatus.OPEN);
    scene.invoices.add(new OpenInvoice(invoice, money("EUR 600")));
    scene.send("2026-12-08");

    scene.invoices.set(0, new OpenInvoice(invoice, money("EUR 500")));

    assertThat(scene.on("2026-12-15").getFirst().items())
        .extracting(item -> item.dueDate() + " " + item.step())
        .containsExactly("2026-12-02 second", "2026-12-03 second");
  }

  @Test
  void whatIsOverpaidIsNotDunned() {
    assertThat(items(invoice(List.of(), InvoiceStatus.OPEN), "EUR -10")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"PAID", "VOID"})
  void whatTheSourceCallsPaidOrVoidIsNotDunned(InvoiceStatus status) {
    assertThat(items(invoice(List.of(), status), "EUR 100")).isEmpty();
  }

  private static List<String> itemsWithOpen(String open) {
    return items(invoice(THREE, InvoiceStatus.OPEN), open);
  }

  private static List<String> items(Invoice invoice, String open) {
    Scene scene = Scene.with(Plans.steps(mail("first", "+5d")));
    scene.invoices.add(new OpenInvoice(invoice, money(open)));
    return scene.on("2027-01-01").stream()
        .flatMap(action -> action.items().stream())
        .map(item -> item.dueDate().toString().substring(8) + " " + item.amount())
        .toList();
  }

  private static Invoice invoice(List<Instalment> instalments, InvoiceStatus status) {
    return Scene.invoice(
        "i", "c-1", day("2026-11-01"), day("2026-12-01"), money("EUR 600"), status, instalments);
  }
}
