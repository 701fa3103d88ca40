package org.dunlin.store.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.store.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NextLooksTest {
  private final Rows rows = new Rows();
  private final NextLooks looks = rows.stores.nextLooks();
  private final UUID first = rows.invoice("acme", "1", "10.00");
  private final UUID second = rows.invoice("acme", "2", "20.00");
  private final UUID third = rows.invoice("acme", "3", "30.00");

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void whatIsNotKeptOrIsDueIsHandedOnAndWhatIsLaterOnlyWhereItIsAskedFor() {
    looks.put("acme", Map.of(first, Rows.DAY.plusDays(1), second, Rows.DAY));
    assertThat(handedOn(Rows.DAY)).containsExactlyInAnyOrder(second, third);
    assertThat(handedOn(Rows.DAY.plusDays(1))).containsExactlyInAnyOrder(first, second, third);
    assertThat(handedOn(Rows.DAY, first)).containsExactlyInAnyOrder(first, second, third);

    looks.put("acme", Map.of(second, LocalDate.MAX));
    assertThat(handedOn(Rows.DAY.plusYears(9))).containsExactlyInAnyOrder(first, third);
  }

  @Test
  void theDaysOfAnotherCompanyAreNotItsOwn() {
    looks.put("globex", Map.of(first, LocalDate.MAX));
    assertThat(handedOn(Rows.DAY)).containsExactlyInAnyOrder(first, second, third);
  }

  @Test
  void daysThatAreWrittenMeanwhileKeepNothingFromBeingHandedOn() {
    List<UUID> handedOn = new ArrayList<>();
    rows.stores
        .transactions()
        .run(
            () ->
                looks.each(
                    "acme",
                    Rows.DAY,
                    List.of(),
                    (customer, invoice) -> {
                      handedOn.add(invoice);
                      looks.put(
                          "acme",
                          Map.of(
                              first, LocalDate.MAX, second, LocalDate.MAX, third, LocalDate.MAX));
                    }));
    assertThat(handedOn).containsExactlyInAnyOrder(first, second, third);
    assertThat(handedOn(Rows.DAY)).isEmpty();
  }

  @Test
  void whatIsPlannedAfterwardsIsPlannedAsEver() {
    rows.stores
        .transactions()
        .run(
            () -> {
              looks.each(
                  "acme", Rows.DAY, List.of(), (c, i) -> assertThat(nested()).isEqualTo("on"));
              looks.each("none", Rows.DAY, List.of(), (c, i) -> {});
              assertThat(nested()).isEqualTo("on");
            });
  }

  private String nested() {
    return rows.jdbc()
        .sql("select current_setting('enable_nestloop')")
        .query(String.class)
        .single();
  }

  private List<UUID> handedOn(LocalDate day, UUID... also) {
    List<UUID> handedOn = new ArrayList<>();
    rows.stores
        .transactions()
        .run(
            () ->
                looks.each(
                    "acme", day, List.of(also), (customer, invoice) -> handedOn.add(invoice)));
    return handedOn;
  }
}
