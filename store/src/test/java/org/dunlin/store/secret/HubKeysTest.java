package org.dunlin.store.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dunlin.store.Rows;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Role;
import org.dunlin.store.company.Connection;
import org.dunlin.store.inbox.RawContent.Rest;
import org.dunlin.store.people.SecondFactors;
import org.dunlin.store.program.Access;
import org.dunlin.store.secret.DeliveryKeys.WrappedKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub starts with the key that its database was sealed with, or not at all. */
class HubKeysTest {
  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final UUID CUSTOMER = UUID.fromString("019a0000-0000-7000-8000-000000000001");
  private static final String OLD = Base64.getEncoder().encodeToString(Aes.random(32));
  private static final String NEW = Base64.getEncoder().encodeToString(Aes.random(32));

  private final Rows rows = new Rows();
  @TempDir private Path data;
  @TempDir private Path otherData;

  /** It is sealed by the ring of all specifications. */
  @BeforeEach
  void forgetTheOtherRing() {
    rows.jdbc().sql("delete from company_secret").update();
  }

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void aHubWithoutAKeyMakesOneThatOnlyItsUserMayReadAndStartsWithItAgain() throws Exception {
    KeyRing made = open(data, null);

    Path file = data.resolve("dunlin.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(open(data, null).newest()).isEqualTo(made.newest());
  }

  @Test
  void hubsThatStartAtOnceOverOneDatabaseDoNotEachMakeAKey() {
    List<CompletableFuture<String>> starts =
        Stream.of(data, otherData)
            .map(each -> CompletableFuture.supplyAsync(() -> outcome(each)))
            .toList();

    List<String> outcomes = starts.stream().map(CompletableFuture::join).toList();
    assertThat(outcomes).filteredOn(o -> o.equals("started")).hasSize(1);
    assertThat(outcomes).anyMatch(o -> o.contains("was given none"));
    assertThat(Stream.of(data, otherData).filter(d -> Files.exists(d.resolve("dunlin.key"))))
        .hasSize(1);
  }

  @Test
  void aLostKeyRefusesTheStartAndSaysWhichItIsAndWhereItBelongs() throws Exception {
    String id = open(data, null).newest();
    Files.delete(data.resolve("dunlin.key"));

    assertThatThrownBy(() -> open(data, null))
        .isInstanceOf(UnusableKey.class)
        .hasMessageContaining(id)
        .hasMessageContaining("DUNLIN_KEY_FILE")
        .hasMessageContaining(data.resolve("dunlin.key").toString());
    assertThat(data.resolve("dunlin.key")).doesNotExist();
  }

  @Test
  void anotherKeyRefusesTheStartWithoutShowingEither() {
    String id = open(data, OLD).newest();

    assertThatThrownBy(() -> open(data, NEW))
        .isInstanceOf(UnusableKey.class)
        .hasMessageContaining(id)
        .hasMessageNotContainingAny(OLD, NEW);
  }

  @Test
  void aWrongKeyDoesNotTakeThePlaceOfTheOneThatTheHubMade() {
    String id = open(data, null).newest();

    assertThatThrownBy(() -> open(data, NEW))
        .isInstanceOf(UnusableKey.class)
        .hasMessageContaining("give no key")
        .hasMessageContaining(data.resolve("dunlin.key").toString());
    assertThat(open(data, null).newest()).isEqualTo(id);
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> GivenKeys.of("hunter2", null))
        .isInstanceOf(UnusableKey.class)
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> GivenKeys.of(null, data.resolve("absent")))
        .isInstanceOf(UnusableKey.class)
        .hasMessageContaining("absent");
  }

  @Test
  void aNewKeyBeforeTheOldOneWrapsEverythingAnewAndThenTheOldOneMayGo() {
    CustomerKeys before = new CustomerKeys(rows.dataSource(), open(data, OLD));
    DataKey customer = before.of("acme", CUSTOMER);
    UUID delivery = UUID.randomUUID();
    DataKey raw = DataKey.random();
    WrappedKey wrapped =
        new DeliveryKeys(rows.dataSource(), open(data, OLD), before).wrap("acme", delivery, raw);
    rows.stores
        .inbox()
        .accept(
            Rows.delivery("acme", delivery, "a", 0),
            new byte[32],
            new Rest(0, new byte[0], 0, wrapped));
    byte[] sealed = customer.seal(new byte[] {1, 2, 3}, "acme|x");
    CallKeys.Sealed call =
        new CallKeys(open(data, OLD), before).seal("acme", delivery, null, new byte[] {4, 5});
    rows.jdbc()
        .sql(
            """
            insert into outbound_call (company_id, call_id, at, connection_id, about, method, host,
                                       outcome, millis, sent_bytes, master_key, wrapped, sealed)
            values ('acme', ?, now(), 'books', 'CONNECTION', 'GET', 'h', 'NOT_SENT', 1, 0, ?, ?, ?)
            """)
        .param(delivery)
        .param(call.master())
        .param(call.wrapped())
        .param(call.content())
        .update();
    rows.stores.connections().put(new Connection("acme", "books", "example", Map.of(), false));
    rows.stores.programs().linked().add("acme", "books", Access.AUTHORISED, "");
    byte[] secret =
        new ConnectionKeys(rows.dataSource(), open(data, OLD))
            .seal("acme", "books", "apiKey", "open sesame");

    open(data, NEW + " " + OLD);
    KeyRing onlyNew = open(data, NEW);
    assertThat(
            new ConnectionKeys(rows.dataSource(), onlyNew)
                .openText("acme", "books", "apiKey", secret))
        .isEqualTo("open sesame");

    CustomerKeys after = new CustomerKeys(rows.dataSource(), onlyNew);
    assertThat(after.find("acme", CUSTOMER).orElseThrow().open(sealed, "acme|x"))
        .containsExactly(1, 2, 3);
    assertThat(new DeliveryKeys(rows.dataSource(), onlyNew, after).find("acme", delivery))
        .isPresent();
    byte[] anew = rows.jdbc().sql("select wrapped from outbound_call").query(byte[].class).single();
    assertThat(new CallKeys(onlyNew, after).open("acme", delivery, null, anew, call.content()))
        .hasValueSatisfying(said -> assertThat(said).containsExactly(4, 5));
    assertThatThrownBy(() -> open(data, OLD)).isInstanceOf(UnusableKey.class);
  }

  @Test
  void secondFactorsAreWrappedAnewWithEverythingElse() {
    Stores before = withRing(open(data, OLD));
    before.people().add("anna", "{x}", Role.VIEWER);
    before.signIn().secondFactors().begin("anna", new byte[] {1, 2, 3}, WITHIN);
    before.people().add("bert", "{x}", Role.VIEWER);
    before.signIn().secondFactors().begin("bert", new byte[] {4, 5, 6}, WITHIN);

    open(data, NEW + " " + OLD);
    SecondFactors after = withRing(open(data, NEW)).signIn().secondFactors();
    assertThat(after.begun("anna").orElseThrow().secret()).containsExactly(1, 2, 3);
    assertThat(after.begun("bert").orElseThrow().secret()).containsExactly(4, 5, 6);
    assertThatThrownBy(() -> open(data, OLD)).isInstanceOf(UnusableKey.class);
  }

  private Stores withRing(KeyRing ring) {
    return Stores.over(rows.dataSource(), Duration.ofMinutes(1), Clock.systemUTC(), ring);
  }

  @Test
  void whatAnotherHubStillWrappedWithTheOldKeyIsWrappedAnewByItsNextStart() {
    KeyRing other = open(otherData, OLD + " " + NEW);
    open(data, NEW + " " + OLD);
    CustomerKeys ofTheOther = new CustomerKeys(rows.dataSource(), other);
    byte[] sealed = ofTheOther.of("acme", CUSTOMER).seal(new byte[] {1, 2, 3}, "acme|x");

    assertThatThrownBy(() -> open(data, NEW))
        .isInstanceOf(UnusableKey.class)
        .hasMessageContaining(other.newest())
        .hasMessageNotContainingAny(OLD, NEW);
    open(otherData, NEW + " " + OLD);

    CustomerKeys after = new CustomerKeys(rows.dataSource(), open(data, NEW));
    assertThat(after.find("acme", CUSTOMER).orElseThrow().open(sealed, "acme|x"))
        .containsExactly(1, 2, 3);
  }

  private KeyRing open(Path directory, @Nullable String keys) {
    return new HubKeys(rows.dataSource(), directory).open(GivenKeys.of(keys, null));
  }

  private String outcome(Path directory) {
    try {
      open(directory, null);
      return "started";
    } catch (UnusableKey e) {
      return String.valueOf(e.getMessage());
    }
  }
}
