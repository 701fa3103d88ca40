package org.dunlin.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dunlin.store.Database;
import org.dunlin.store.postgres.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub of the time when the keys lay in a table of their own finds everything again. */
class FewerRowsTest {
  private static final String FORMER =
      """
      insert into company values ('acme', '{}', 'LIVE', 'a', null, null, null);
      insert into delivery (company_id, delivery_id, connection_id, name, bytes, sha256, received_at,
                            received_month, state)
      select 'acme', cast('00000000-0000-7000-8000-00000000000' || n as uuid), 'books', 'file ' || n,
             1, cast('same ' || n as bytea), now(), '2026-11-01', 'APPLIED'
        from generate_series(1, 4) n;
      insert into accepted_file
      select company_id, sha256, delivery_id from delivery where name <> 'file 4';
      insert into delivery_key values
        ('acme', '00000000-0000-7000-8000-000000000001', null, 'hub', 'one'),
        ('acme', '00000000-0000-7000-8000-000000000002',
         '00000000-0000-7000-8000-0000000000cc', null, 'two'),
        ('acme', '00000000-0000-7000-8000-0000000000dd',
         '00000000-0000-7000-8000-0000000000cc', null, 'document');
      insert into customer values ('acme', '00000000-0000-7000-8000-0000000000cc', 'books', 'c', 1,
                                   'Customer', '{}');
      insert into invoice values ('acme', '00000000-0000-7000-8000-0000000000ee', 'books', 'i', 1,
        '00000000-0000-7000-8000-0000000000cc', '2026-1', 'INVOICE', '2026-11-01', null, 'EUR', 1, 1,
        0, 'OPEN', '{}');
      insert into document values ('acme', '00000000-0000-7000-8000-0000000000dd',
        '00000000-0000-7000-8000-0000000000ee', '00000000-0000-7000-8000-000000000002', 0, 'a.pdf',
        null, null, 1, 'x', null);
      """;

  private final BlankDatabase blank = new BlankDatabase();
  private final JdbcClient jdbc = JdbcClient.create(blank.dataSource());

  @BeforeEach
  void bringToThisVersion() {
    Migrations.apply(blank.dataSource(), "6");
    jdbc.sql(FORMER).update();
    TestServer server = TestServer.shared();
    Database.open(blank.jdbcUrl(), server.user(), server.password(), 2).close();
  }

  @AfterEach
  void close() {
    blank.close();
  }

  @Test
  void theKeysLieWithWhatTheyOpen() {
    String key =
        "concat_ws(' ', right(cast(customer_id as text), 2), master_key, convert_from(wrapped, 'UTF8'))";
    assertThat(texts("select name || ': ' || " + key + " from delivery order by name"))
        .containsExactly("file 1: hub one", "file 2: cc two", "file 3: ", "file 4: ");
    assertThat(texts("select " + key.replace("master_key, ", "") + " from document"))
        .containsExactly("cc document");
  }

  @Test
  void whatCameBeforeStillDidAndWhatMightComeAgainStillMay() {
    for (int file = 1; file <= 3; file++) {
      String again = again(file);
      assertThatThrownBy(() -> jdbc.sql(again).update()).isInstanceOf(DuplicateKeyException.class);
    }
    assertThat(jdbc.sql(again(4)).update()).isEqualTo(1);
  }

  private static String again(int file) {
    return "insert into delivery (company_id, delivery_id, connection_id, name, bytes, sha256,"
        + " received_at, received_month, state) select company_id, gen_random_uuid(),"
        + " connection_id, 'again', bytes, sha256, now(), received_month, 'NEW' from delivery"
        + " where name = 'file "
        + file
        + "'";
  }

  private List<String> texts(String query) {
    return jdbc.sql(query).query(String.class).list();
  }
}
