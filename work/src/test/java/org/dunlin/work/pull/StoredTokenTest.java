package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.dunlin.core.port.HttpCall;
import org.dunlin.store.Stores;
import org.dunlin.store.TestKeys;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.quota.Allowance;
import org.dunlin.work.quota.Use;
import org.dunlin.work.token.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A refresh token that is good once: the next one is not lost to a database that fails. */
class StoredTokenTest {
  private final Shop shop = new Shop();
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Shop.MANIFEST, vendor);
  private final AtomicInteger failures = new AtomicInteger();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theNextTokenIsStoredOnceTheDatabaseIsThereAgain() {
    shop.put("i-1", Instant.parse("2026-11-20T08:00:00Z"));
    hub.connect(Shop.settings("hook key"), Shop.token());
    hub.hub.sql("update connection_token set renew_at = now()");
    vendor.answers(
        call -> {
          if (call.address().getPath().equals("/token")) {
            failures.set(2);
          }
          return shop.to(call);
        });
    AskProgram ask = ask(over(new Failing()));

    assertThat(ask.ask(hub.link(), Use.URGENT, facts -> invoice()))
        .isInstanceOf(Asked.Answered.class);
    assertThat(shop.renewals()).isEqualTo(1);
    assertThat(failures).hasValue(0);
    assertThat(hub.hub.stores.programs().tokens().find("acme", PullHub.SHOP).orElseThrow().values())
        .containsEntry("refresh", "refresh-1");
  }

  private static HttpCall invoice() {
    return new HttpCall(
        "GET", URI.create("https://api.shop.example/v1/invoices/i-1"), Map.of(), new byte[0]);
  }

  private AskProgram ask(Stores stores) {
    Clock clock = Clock.systemUTC();
    Allowance allowance = new Allowance(hub.hub.stores, clock);
    return new AskProgram(
        stores, vendor, allowance, new Credentials(stores, vendor, allowance, clock), clock);
  }

  private static Stores over(DataSource pool) {
    return Stores.over(pool, Duration.ofSeconds(30), Clock.systemUTC(), TestKeys.RING);
  }

  /** A database that is not there for so many tries. */
  private final class Failing extends DelegatingDataSource {
    Failing() {
      super(hub.hub.dataSource());
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new SQLTransientConnectionException("The database is not there.");
      }
      return super.getConnection();
    }
  }
}
