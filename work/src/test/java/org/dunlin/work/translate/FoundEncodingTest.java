package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.dunlin.work.intake.AcceptFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** With a delivery is kept in which encoding its text was found to be. */
class FoundEncodingTest {
  private static final TestHub HUB = TestHub.empty();

  private static final String STATEMENT =
      ":20:R\n:25:%s\n:28C:1\n:60F:C260131EUR0,00\n:61:260131C1,00NTRFX\n"
          + ":86:Rechnung für Müller & Söhne\n:62F:C260131EUR1,00\n-\n";

  @AfterAll
  static void close() {
    HUB.close();
  }

  @Test
  void theEncodingOfAStatementStandsWithItsDeliveryAndItsWordsInTheLedger() {
    HUB.company("acme", DunningMode.SHADOW, null, TestHub.IBAN);
    new AcceptFile(HUB.stores, Clock.systemUTC(), Checkpoint.NONE, 64 << 20)
        .accept(
            "acme",
            TestHub.CONNECTION,
            "statement.sta",
            new ByteArrayInputStream(
                STATEMENT.formatted(TestHub.IBAN).getBytes(Charset.forName("IBM850"))));
    HUB.settle();

    UUID id = HUB.jdbc().sql("select delivery_id from delivery").query(UUID.class).single();
    assertThat(HUB.stores.inbox().encoding("acme", id)).contains("CP850");
    assertThat(LedgerSnapshot.of(HUB.jdbc(), "acme").toString())
        .contains("Rechnung für Müller & Söhne");
    assertThat(HUB.stores.inbox().encoding("acme", UUID.randomUUID())).isEmpty();
  }
}
