package org.dunlin.work.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.PrivateKeyCheck;
import org.dunlin.core.road.Road;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.company.Connection;
import org.dunlin.work.TestHub;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.WrongSettings;
import org.dunlin.work.program.WrongSettings.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people say of roads, and which roads are gone. */
class ChangeRoadTest {
  private static final Author ANNA = Author.onPage("anna");
  private static final String PRINT = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final ChangeRoad roads = new ChangeRoad(hub.stores, ChangeRoadTest::fault);

  @AfterEach
  void close() {
    hub.close();
  }

  /** Every key reads "key", sealed or not. */
  private static Optional<PrivateKeyCheck.Fault> fault(String key, String passphrase) {
    return switch (key) {
      case "key" -> Optional.empty();
      case "sealed key" ->
          passphrase.isEmpty()
              ? Optional.of(PrivateKeyCheck.Fault.NO_PASSPHRASE)
              : passphrase.equals("right")
                  ? Optional.empty()
                  : Optional.of(PrivateKeyCheck.Fault.OTHER_PASSPHRASE);
      default -> Optional.of(PrivateKeyCheck.Fault.NO_KEY);
    };
  }

  private static Map<String, String> sftp(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("host", "sftp.bank.example");
    settings.put("user", "acme");
    settings.put("password", "s3cret");
    settings.put("hostKey", PRINT);
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private void add(RoadKind kind, Map<String, String> settings) {
    roads.add("acme", "bank", kind, settings, ANNA);
  }

  private Connection connection() {
    return hub.stores.connections().find("acme", "bank").orElseThrow();
  }

  private List<Fault> faults(RoadKind kind, Map<String, String> settings) {
    try {
      add(kind, settings);
      return List.of();
    } catch (WrongSettings wrong) {
      return wrong.faults();
    }
  }

  @Test
  void aRoadIsHeldWithWhatIsUsualAndItsSecretsApart() {
    add(RoadKind.SFTP, sftp());

    Road road = new Roads(hub.stores).held().getFirst();
    assertThat(road.settings())
        .containsEntry("port", "22")
        .containsEntry("after", "done")
        .containsEntry("every", "60")
        .doesNotContainKey("password");
    assertThat(road.secret("password")).hasValue("s3cret");
    assertThat(connection().settings()).doesNotContainKey("password");
    assertThat(road.toString()).doesNotContain("s3cret");
  }

  @Test
  void portsFollowTheKindOfTls() {
    add(RoadKind.FTPS, Map.of("host", "h", "user", "u", "password", "p", "security", "implicit"));
    assertThat(new Roads(hub.stores).held().getFirst().setting("port")).hasValue("990");
  }

  @Test
  void whatIsPausedHeldByOthersOrOnlyForUploadsIsNotGone() {
    add(RoadKind.SFTP, sftp());
    roads.add("acme", "by-hand", RoadKind.UPLOAD, Map.of(), ANNA);
    assertThat(new Roads(hub.stores).held()).hasSize(1);
    assertThat(new Roads(hub.anotherProcess()).held()).isEmpty();

    hub.stores.connections().setPaused("acme", "bank", true);
    assertThat(new Roads(hub.stores).held()).isEmpty();
  }

  @Test
  void eachFaultIsASentenceOfItsSetting() {
    assertThat(faults(RoadKind.SFTP, sftp("port", "70000")))
        .containsExactly(new Fault("port", "Port must be a whole number from 1 to 65535."));
    assertThat(faults(RoadKind.SFTP, sftp("every", "1")))
        .extracting(Fault::setting)
        .containsExactly("every");
    assertThat(faults(RoadKind.SFTP, sftp("folder", "../others")))
        .extracting(Fault::setting)
        .containsExactly("folder");
    assertThat(faults(RoadKind.SFTP, sftp("hostKey", "none")))
        .extracting(Fault::setting)
        .containsExactly("hostKey");
    assertThat(faults(RoadKind.SFTP, sftp("password", "")))
        .extracting(Fault::setting)
        .containsExactly("password");
    assertThat(faults(RoadKind.SFTP, sftp("colour", "red")))
        .extracting(Fault::setting)
        .containsExactly("colour");
    Map<String, String> box =
        Map.of("host", "h", "user", "u", "password", "p", "certificate", "x", "taken", "INBOX");
    assertThat(faults(RoadKind.MAILBOX, box))
        .extracting(Fault::setting)
        .containsExactlyInAnyOrder("certificate", "taken");
    assertThat(hub.stores.connections().find("acme", "bank")).isEmpty();
  }

  @Test
  void anotherServerNeedsTheSecretsAgainAndAnotherFolderDoesNot() {
    add(RoadKind.SFTP, sftp());

    roads.change(connection(), Map.of("folder", "/out"), ANNA);
    assertThat(connection().settings()).containsEntry("folder", "/out");

    for (String moved : List.of("host", "port")) {
      assertThatExceptionOfType(WrongSettings.class)
          .isThrownBy(() -> roads.change(connection(), Map.of(moved, "2222"), ANNA))
          .withMessageContaining("entered again");
    }
    roads.change(connection(), Map.of("host", "other.example", "password", "new"), ANNA);
    assertThat(hub.stores.programs().secrets().of("acme", "bank")).containsEntry("password", "new");
  }

  @Test
  void whatARoadTookIsForgottenWithIt() {
    add(RoadKind.SFTP, sftp());
    Road road = new Roads(hub.stores).held().getFirst();
    RoadLog log = new RoadLog(hub.stores);
    byte[] mark = RoadLog.mark("/out/a.xml", "8", "1");
    log.taken(road, mark);
    assertThat(log.wasTaken(road, mark)).isTrue();
    assertThat(log.wasTaken(road, RoadLog.mark("/out/a.xml", "9", "1"))).isFalse();

    hub.stores.connections().remove("acme", "bank");
    assertThat(log.wasTaken(road, mark)).isFalse();
    assertThat(hub.stores.programs().secrets().of("acme", "bank")).isEmpty();
  }

  @Test
  void allThatIsWrongIsSaidAtOnceAndOfEachSettingOneThing() {
    Map<String, String> wrong =
        sftp("host", "no host!", "port", "70000", "every", "soon", "hostKey", "none");
    wrong.put("privateKey", "ssh-ed25519 AAAA");
    wrong.put("nonsense", "x");
    List<Fault> faults = List.of();
    try {
      roads.add("acme", "No Name", RoadKind.SFTP, wrong, ANNA);
    } catch (WrongSettings all) {
      faults = all.faults();
    }

    assertThat(faults)
        .extracting(Fault::setting)
        .containsExactlyInAnyOrder(
            "id", "host", "port", "every", "hostKey", "privateKey", "nonsense");
  }

  @Test
  void aPrivateKeyIsReadBeforeItIsKept() {
    assertThat(faults(RoadKind.SFTP, sftp("privateKey", "no key")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.sentence()).contains("This is no private key"));
    assertThat(faults(RoadKind.SFTP, sftp("privateKey", "sealed key")))
        .extracting(Fault::setting)
        .containsExactly("passphrase");
    add(RoadKind.SFTP, sftp("privateKey", "sealed key", "passphrase", "right"));

    assertThatExceptionOfType(WrongSettings.class)
        .isThrownBy(() -> roads.change(connection(), Map.of("passphrase", "another"), ANNA))
        .withMessageContaining("has another passphrase");
  }

  @Test
  void whatIsFarTooLongIsNotRepeated() {
    assertThat(faults(RoadKind.SFTP, sftp("x".repeat(10_000), "y".repeat(10_001))))
        .allSatisfy(fault -> assertThat(fault.sentence()).hasSizeLessThan(300))
        .allSatisfy(fault -> assertThat(fault.setting()).hasSizeLessThan(100));
  }
}
