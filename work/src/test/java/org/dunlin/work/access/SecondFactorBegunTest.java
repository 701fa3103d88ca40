package org.dunlin.work.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.dunlin.store.Rows;
import org.dunlin.store.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second factor that was begun is gone on with for a while, and by the same person. */
class SecondFactorBegunTest {
  private final Rows rows = new Rows();
  private final ChangePeople changes = new ChangePeople(rows.stores, Clock.systemUTC());
  private final SecondFactor factor = new SecondFactor(rows.stores, Clock.systemUTC());

  @BeforeEach
  void person() {
    rows.stores.people().add("anna", "{x}", Role.VIEWER);
  }

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void theSameSecretIsShownUntilItIsOld() {
    String first = factor.begin("anna").secret();
    assertThat(factor.begin("anna").secret()).isEqualTo(first);

    rows.jdbc()
        .sql("update hub_second_factor set made_at = now() - interval '11 minutes'")
        .update();
    assertThat(factor.begin("anna").secret()).isNotEqualTo(first);
  }

  @Test
  void whoKnewThePasswordBeforeKnowsNoSecretAfterIt() {
    String first = factor.begin("anna").secret();
    changes.password("anna", "{y}", "anna");
    assertThat(factor.begin("anna").secret()).isNotEqualTo(first);

    String second = factor.begin("anna").secret();
    changes.accept(changes.invite("anna", "bert"), "{z}");
    assertThat(factor.begin("anna").secret()).isNotEqualTo(second);
  }
}
