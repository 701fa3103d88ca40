package org.dunlin.config.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.UUID;
import org.dunlin.config.hub.HubTools;
import org.dunlin.store.people.HubEvents.Kind;
import org.dunlin.store.postgres.ReadyCluster;
import org.dunlin.work.access.SecondFactor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code dunlin user}, beside a hub that does not run. */
class UserCommandTest {
  private static final String DATA = "dunlin.data";

  @TempDir private Path folder;
  private final PrintStream lines = System.out;
  private final PrintStream words = System.err;

  private record Answer(int status, String lines, String words) {}

  @BeforeEach
  void aHub() {
    Path data = folder.resolve("data");
    ReadyCluster.forHub(data);
    System.setProperty(DATA, data.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(DATA);
    System.setOut(lines);
    System.setErr(words);
  }

  private static Answer user(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
    int status = new CommandLine(new UserCommand()).execute(arguments);
    return new Answer(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  @Test
  void somebodyIsAddedListedGivenAnotherPasswordAndSwitchedOff() {
    Answer added = user("add", "anna", "--role", "CONTROLLER");
    assertThat(added.status).as(added.words).isZero();
    assertThat(added.lines.strip()).matches("[2-9a-zA-Z]{20}");
    assertThat(user("add", "anna", "--role", "VIEWER").words).contains("somebody of the name anna");
    assertThat(user("add", "bert", "--role", "VIEWER", "--company", "nobody").words)
        .contains("no company nobody");

    Answer again = user("password", "anna");
    assertThat(again.lines.strip()).matches("[2-9a-zA-Z]{20}").isNotEqualTo(added.lines.strip());

    assertThat(user("off", "anna").status).isZero();
    assertThat(user("list").lines)
        .isEqualTo("anna\tCONTROLLER of all companies\toff\tnever signed in\n");
    assertThat(user("off", "--undo", "anna").status).isZero();
    assertThat(user("list").lines).contains("\tactive\t");
    assertThat(user("off", "nobody").status).isEqualTo(1);
    assertThat(user("local", "anna").words).contains("may sign in by a password");
    assertThat(user("local", "--undo", "anna").status).isZero();
    assertThat(user("local", "nobody").status).isEqualTo(1);
    Answer none = user("reset", "anna");
    assertThat(none.status).isEqualTo(1);
    assertThat(none.words).contains("nobody of the name anna who has a second factor");
    HubTools.with(
        stores -> {
          stores.signIn().secondFactors().begin("anna", new byte[20], SecondFactor.BEGUN);
          UUID begun = stores.signIn().secondFactors().begun("anna").orElseThrow().id();
          return stores.signIn().secondFactors().accept(begun, 1) ? 0 : 1;
        });
    assertThat(user("reset", "anna").status).isZero();
    assertThat(user("reset", "anna").status).isEqualTo(1);
  }

  @Test
  void whoIsAddedWithAnAddressIsToldThereFromThenOn() {
    Answer wrong = user("add", "carl", "--role", "VIEWER", "--email", "carl at example");
    assertThat(wrong.status).isEqualTo(1);
    assertThat(wrong.words).contains("of the form name@example.com");
    assertThat(wrong.lines).isEmpty();

    Answer added = user("add", "carl", "--role", "VIEWER", "--email", "carl@example.com");
    assertThat(added.status).as(added.words).isZero();
    assertThat(user("list").lines)
        .isEqualTo("carl\tVIEWER of all companies\tactive\tnever signed in\n");
    HubTools.with(
        stores -> {
          assertThat(stores.people().email("carl")).contains("carl@example.com");
          assertThat(stores.signIn().notices().claim()).as("told nothing yet").isEmpty();
          return 0;
        });

    assertThat(user("password", "carl").status).isZero();
    HubTools.with(
        stores -> {
          assertThat(stores.signIn().notices().claim())
              .hasValueSatisfying(
                  notice -> {
                    assertThat(notice.email()).isEqualTo("carl@example.com");
                    assertThat(notice.kind()).isEqualTo(Kind.PASSWORD_CHANGED);
                  });
          return 0;
        });
  }
}
