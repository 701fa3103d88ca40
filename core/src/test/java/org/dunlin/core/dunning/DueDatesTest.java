package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Scene.company;
import static org.dunlin.core.dunning.Scene.customer;
import static org.dunlin.core.dunning.Scene.day;

import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.DueDateFrom;
import org.dunlin.core.model.Invoice;
import org.junit.jupiter.api.Test;

class DueDatesTest {
  private final Invoice without = Scene.invoice("i", "c-1", null, "EUR 100");

  @Test
  void theInvoicesOwnDueDateCountsBeforeAllTerms() {
    Invoice with = Scene.invoice("i", "c-1", "2026-12-24", "EUR 100");

    assertThat(DueDates.of(with, customer("c-1", "a@b.example", null, 8), company(14)))
        .isEqualTo(new DueDates(day("2026-12-24"), null));
  }

  @Test
  void thenTheCustomersTermsThenTheCompanysThenTheLawsThirtyDays() {
    assertThat(DueDates.of(without, customer("c-1", "a@b.example", null, 8), company(14)))
        .isEqualTo(new DueDates(day("2026-11-09"), DueDateFrom.CUSTOMER));
    assertThat(DueDates.of(without, customer("c-1"), company(14)))
        .isEqualTo(new DueDates(day("2026-11-15"), DueDateFrom.COMPANY));
    assertThat(DueDates.of(without, customer("c-1"), company(null)))
        .isEqualTo(new DueDates(day("2026-12-01"), DueDateFrom.LAW));
  }

  @Test
  void dunningGoesByTheDerivedDueDate() {
    Scene scene = Scene.standard();
    scene.company = company(14);
    scene.invoices.add(new OpenInvoice(without, Scene.money("EUR 100")));

    assertThat(scene.on("2026-11-19")).isEmpty();
    assertThat(scene.on("2026-11-20").getFirst().items())
        .extracting(ActionItem::dueDate)
        .containsExactly(day("2026-11-15"));
  }
}
