package org.dunlin.store.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

  @Test
  void aPlaceComesBackAsItWasGiven() {
    Cursor place = Cursor.at(LocalDate.of(2026, 11, 2), new BigDecimal("12.50"), 7L, "Jäger", ID);
    Cursor back = Cursor.read(place.text());
    assertThat(back.date(0)).isEqualTo("2026-11-02");
    assertThat(back.decimal(1)).isEqualByComparingTo("12.5");
    assertThat(back.number(2)).isEqualTo(7);
    assertThat(back.string(3)).isEqualTo("Jäger");
    assertThat(back.id(4)).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "", "bm9wZQ", "AAAA"})
  void anythingElseIsRefusedWithARemedy(String text) {
    assertThatThrownBy(() -> Cursor.read(text).id(0))
        .isInstanceOf(WrongCursor.class)
        .hasMessageContaining("leave it out");
  }

  @Test
  void aPageOfAShorterListIsTheLast() {
    assertThat(Page.of(List.of(1, 2), 2, Cursor::at).next()).isNull();
    Page<Integer> first = Page.of(List.of(1, 2, 3), 2, Cursor::at);
    assertThat(first.items()).containsExactly(1, 2);
    assertThat(first.next()).isEqualTo(Cursor.at(2));
  }
}
