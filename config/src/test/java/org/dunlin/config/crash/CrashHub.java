package org.dunlin.config.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.dunlin.config.hub.Hub;
import org.dunlin.store.Stores;
import org.dunlin.store.program.LinkedProgram;
import org.dunlin.work.day.BusinessDay;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.SteerProgram;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A hub in a process of its own, which obeys commands on its standard input, a line each, and
 * answers on its standard output. It ends in good order when its input ends.
 */
final class CrashHub {
  /** What the lines of answers begin with. */
  static final String MARK = "@";

  /** The setting that names the folder that must be empty before the work counts as drained. */
  static final String FOLDER = "crash.folder";

  /** The setting that names the company. */
  static final String COMPANY = "crash.company";

  private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

  private final PrintStream answers;
  private final String company;
  private final Path folder;
  private final BusinessDay businessDay;
  private final Decisions decisions;
  private final SteerProgram steer;
  private final Stores stores;
  private final Stops stops;

  private CrashHub(PrintStream answers, ConfigurableApplicationContext hub) {
    this.answers = answers;
    this.company = hub.getEnvironment().getRequiredProperty(COMPANY);
    this.folder = Path.of(hub.getEnvironment().getRequiredProperty(FOLDER));
    this.businessDay = hub.getBean(BusinessDay.class);
    this.decisions = hub.getBean(Decisions.class);
    this.steer = hub.getBean(SteerProgram.class);
    this.stores = hub.getBean(Stores.class);
    this.stops = hub.getBean(Stops.class);
  }

  /** Each argument is a setting: {@code name=value}. */
  public static void main(String[] arguments) throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    try (ConfigurableApplicationContext hub =
        Hub.start(settings, StoppingConfiguration.class).orElseThrow()) {
      CrashHub crashHub = new CrashHub(System.out, hub);
      crashHub.answer("READY");
      crashHub.obey(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }
  }

  private void obey(BufferedReader commands) throws IOException {
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      String[] words = line.split(" ", 2);
      String rest = words.length == 2 ? words[1] : "";
      switch (words[0]) {
        case "day" -> persistently(() -> begin(LocalDate.parse(rest)));
        case "drain" -> Thread.ofPlatform().daemon().start(this::drain);
        case "stop" -> {
          String[] there = rest.split(" ", 2);
          stops.arm(Stop.of(there[1]), () -> answer(there[0]));
          answer("ARMED");
        }
        case "sync" -> persistently(this::sync);
        case "go" -> stops.release();
        case "mend" -> {
          stops.put(null);
          answer("MENDED");
        }
        case "replay" -> persistently(() -> replay(UUID.fromString(rest)));
        default -> throw new IllegalArgumentException("no such command: " + line);
      }
    }
  }

  private void begin(LocalDate day) {
    businessDay.begin(company, day);
    answer("DAY");
  }

  /** Has all programs of the company read at once. */
  private void sync() {
    for (LinkedProgram linked : stores.programs().linked().of(company)) {
      steer.syncNow(company, linked.connectionId(), Author.onPage("the crash test"));
    }
    answer("SYNCED");
  }

  private void replay(UUID delivery) {
    answer("REPLAYED " + decisions.replay(company, delivery, "the crash test"));
  }

  /** The database may be away for a moment, as when its postmaster was killed. */
  private void persistently(Runnable command) {
    while (true) {
      try {
        command.run();
        return;
      } catch (RuntimeException e) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }

  private void drain() {
    persistently(
        () -> {
          while (!taken() || !businessDay.drained(company)) {
            LockSupport.parkNanos(LOOK_NANOS);
          }
        });
    answer("DRAINED");
  }

  private boolean taken() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.noneMatch(Files::isRegularFile);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(String words) {
    synchronized (answers) {
      answers.println(MARK + words);
      answers.flush();
    }
  }
}
