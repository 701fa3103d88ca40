package org.dunlin.bench.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Database;
import org.dunlin.store.postgres.EmbeddedPostgres;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The ledger over which pages are opened, here one of five thousand invoices. */
class LargeLedgerTest {
  @TempDir private Path data;

  @Test
  void everyRecordThatAPageIsOpenedWithIsThereAndAllThatIsKeptAsRecordsCanBeRead()
      throws IOException {
    onServer(
        jdbc ->
            jdbc.sql(
                    "insert into company (company_id, record, mode, reply_to)"
                        + " values (?, '{}', 'SHADOW', 'books@example.com')")
                .param(RunningHub.COMPANY)
                .update());
    Map<String, String> records;
    try (AtEnd end = new AtEnd()) {
      records = new LargeLedger(5000).fill(data, end, new PrintWriter(Writer.nullWriter(), false));
    }

    assertThat(records).doesNotContainValue("null");
    Map<String, String> all = new HashMap<>(records);
    all.put("payer", "found on a page");
    all.put("route", "found on a page");
    assertThat(KnownPage.addresses(all)).noneMatch(address -> address.contains("{"));
    onServer(
        jdbc ->
            List.of("customer", "invoice", "payment", "standstill", "action")
                .forEach(table -> assertThat(kept(jdbc, table)).as(table).isNotEmpty()));
  }

  /** What is kept in a table, of which no record may be one that cannot be read. */
  private static List<CanonicalRecord> kept(JdbcClient jdbc, String table) {
    List<CanonicalRecord> kept =
        jdbc.sql("select record from " + table).query(String.class).list().stream()
            .map(json -> new CanonicalReader(table).record(json).orElseThrow())
            .toList();
    assertThat(kept).noneMatch(Problem.class::isInstance);
    return kept;
  }

  private void onServer(Consumer<JdbcClient> act) throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresSettings.durable(data));
        Database database = Database.open(server.jdbcUrl(), server.user(), server.password(), 2)) {
      act.accept(
          JdbcClient.create(
              new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password())));
    }
  }
}
