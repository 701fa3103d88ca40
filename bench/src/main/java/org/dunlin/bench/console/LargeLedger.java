package org.dunlin.bench.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Database;
import org.dunlin.store.ledger.KeptFigures;
import org.dunlin.store.postgres.EmbeddedPostgres;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.dunlin.work.Payloads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The rows of a ledger, written straight into the tables of a hub that does not run: as many as
 * come in over two and a half years, in minutes.
 *
 * @param invoices how many documents there are; there is a customer to every ten
 */
record LargeLedger(long invoices) {
  private static final List<String> WITH_TRIGGERS =
      List.of("invoice", "payment", "allocation", "payout_entry", "fee_booking");

  private static final Dispatch.Email REMINDER =
      new Dispatch.Email(
          "m",
          "Benchmark B.V.",
          "ap@customer.example",
          "books@example.com",
          "Reminder",
          "Please pay.",
          "<p>Please pay.</p>",
          List.of(),
          List.of());

  /**
   * Fills the data directory of a hub that has been started once and ended.
   *
   * @param end at which its server ends, too
   * @return the records about which there is much to show, by what they are
   */
  Map<String, String> fill(Path data, AtEnd end, PrintWriter words) throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresSettings.durable(data));
        Database database = Database.open(server.jdbcUrl(), server.user(), server.password(), 2)) {
      end.also(server::close);
      SingleConnectionDataSource connection =
          new SingleConnectionDataSource(server.jdbcUrl(), server.user(), server.password(), true);
      try {
        return fill(JdbcClient.create(connection), new KeptFigures(connection), words);
      } finally {
        connection.destroy();
      }
    }
  }

  private Map<String, String> fill(JdbcClient jdbc, KeptFigures figures, PrintWriter words) {
    WITH_TRIGGERS.forEach(table -> triggers(jdbc, table, "disable"));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Map<String, Object> values =
        Map.of(
            "company",
            RunningHub.COMPANY,
            "invoices",
            invoices,
            "customers",
            Math.max(1, invoices / 10),
            "today",
            today,
            "payload",
            Payloads.json(REMINDER));
    List<String> statements =
        Stream.of("ledger.sql", "provider.sql", "beside.sql")
            .flatMap(LargeLedger::statements)
            .toList();
    for (String statement : statements) {
      long begin = System.nanoTime();
      int rows = jdbc.sql(statement).params(values).update();
      say(words, statement, rows, System.nanoTime() - begin);
    }
    WITH_TRIGGERS.forEach(table -> triggers(jdbc, table, "enable"));
    figures.recount(RunningHub.COMPANY);
    keepFromDeciding(jdbc);
    jdbc.sql("vacuum analyze").update();
    return examples(jdbc);
  }

  /**
   * Nobody matches and duns meanwhile, as if another hub were about it: pages are measured. A lease
   * without an owner is not among those that a hub ends when it starts.
   */
  private static void keepFromDeciding(JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into company_lease (company_id, owner, until, version)
            values (:company, null, now() + interval '1 day', 1)
            on conflict (company_id) do update
               set owner = excluded.owner, until = excluded.until, version = company_lease.version + 1
            """)
        .param("company", RunningHub.COMPANY)
        .update();
  }

  private static Stream<String> statements(String script) {
    try (InputStream file = Objects.requireNonNull(LargeLedger.class.getResourceAsStream(script))) {
      return Stream.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split(";\n\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(PrintWriter words, String statement, int rows, long nanos) {
    String table = statement.replaceFirst("(?s).*?insert into (\\w+).*", "$1");
    if (rows > 0) {
      words.printf(Locale.ROOT, "%-12s %9d rows %6.1f s%n", table, rows, nanos / 1e9);
      words.flush();
    }
  }

  private static void triggers(JdbcClient jdbc, String table, String what) {
    jdbc.sql("alter table " + table + " " + what + " trigger user").update();
  }

  private static Map<String, String> examples(JdbcClient jdbc) {
    return jdbc
        .sql(
            """
            select (select customer_id from customer_figure order by open desc limit 1) as customer,
                   (select invoice_id from allocation where decision = 'AUTOMATIC' limit 1) as invoice,
                   (select payment_id from allocation where decision = 'AUTOMATIC' limit 1) as payment,
                   (select booking_date from provider_day where paid_out > 0
                     order by booking_date offset 100 limit 1) as day,
                   (select effect_id from effect where kind = 'EMAIL'
                     order by sequence desc limit 1) as message,
                   (select delivery_id from delivery order by intake_sequence desc limit 1) as delivery,
                   (select standstill_id from standstill where state = 'OPEN' limit 1) as standstill,
                   (select link_id from payment_link where state = 'OPEN'
                     order by link_id desc limit 1) as link,
                   (select mandate_id from mandate where state = 'ACTIVE' limit 1) as mandate,
                   (select collection_id from collection where state = 'WAITING') as file,
                   (select question_id from identity_question where state = 'OPEN' limit 1) as question,
                   (select replay_id from replay limit 1) as replay,
                   (select endpoint_id from event_endpoint) as endpoint,
                   (select call_id from outbound_call where about = 'EFFECT' limit 1) as call,
                   (select action_id from action where state = 'DUE' limit 1) as phoned
            """)
        .query()
        .singleRow()
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, example -> String.valueOf(example.getValue())));
  }
}
