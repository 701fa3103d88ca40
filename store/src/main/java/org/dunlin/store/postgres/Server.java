package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's own programs, called for one data directory. */
record Server(
    EmbeddedPostgresSettings settings,
    DataDirectory directory,
    Platform platform,
    Path programs,
    Launcher launcher) {

  private static final Duration SHORT = Duration.ofSeconds(30);

  enum ShutdownMode {
    FAST,
    IMMEDIATE;

    String word() {
      return switch (this) {
        case FAST -> "fast";
        case IMMEDIATE -> "immediate";
      };
    }
  }

  /**
   * Checks that the programs can be run here at all.
   *
   * @throws PostgresFailure if they cannot, as on a system with another C library
   */
  void tryOut() {
    try {
      var outcome = command("postgres", List.of("--version"), "version", SHORT).run();
      if (!outcome.isSuccess()) {
        throw cannotRun(new IOException("exit code " + outcome.exit() + ": " + outcome.output()));
      }
    } catch (IOException failed) {
      throw cannotRun(failed);
    }
  }

  private PostgresFailure cannotRun(IOException failed) {
    return new PostgresFailure(
        PostgresFailure.Code.PLATFORM_UNSUPPORTED,
        programs,
        "The PostgreSQL that Dunlin brings cannot be run on this machine ("
            + failed.getMessage()
            + "). Its folder must be one that programs may be run from"
            + launcher.owner().map(a -> " and that user " + a.name() + " can enter").orElse("")
            + ".",
        "Name another folder with DUNLIN_DATA. Or: " + PostgresFailure.OWN_SERVER,
        failed);
  }

  Command.Outcome initialise(Path cluster) throws IOException {
    var arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + cluster,
                "--username=" + Supervisor.SUPERVISOR,
                "--pwfile=" + directory.supervisorPassword(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
    if (!settings.isDurable()) {
      arguments.add("--no-sync");
    }
    return command("initdb", arguments, "initdb", settings.startLimit()).run();
  }

  /** Starts the server and waits until it accepts connections. */
  Command.Outcome start(int port) throws IOException {
    var seconds = settings.startLimit().toSeconds();
    return pgCtl(
            settings.startLimit().plus(SHORT),
            "start",
            "--wait",
            "--timeout=" + seconds,
            "--log=" + ServerLog.of(directory).path(),
            "--options=" + ServerOptions.of(settings, port).commandLine())
        .run();
  }

  /** Stops the server and waits until it has gone; whether it has. */
  boolean stop(ShutdownMode mode) throws IOException {
    var seconds = Math.max(1, settings.stopLimit().toSeconds());
    return pgCtl(
            settings.stopLimit().plus(SHORT),
            "stop",
            "--wait",
            "--timeout=" + seconds,
            "--mode=" + mode.word())
        .run()
        .isSuccess();
  }

  private Command pgCtl(Duration limit, String verb, String... arguments) {
    var words = new ArrayList<>(List.of(verb, "--pgdata=" + directory.cluster()));
    words.addAll(List.of(arguments));
    return command("pg_ctl", words, "pg_ctl", limit);
  }

  private Command command(String program, List<String> arguments, String name, Duration limit) {
    var words = new ArrayList<String>();
    words.add(platform.program(programs, program).toString());
    words.addAll(arguments);
    return launcher.command(words, directory, name, limit);
  }
}
