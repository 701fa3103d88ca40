package org.dunlin.config.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.dunlin.sandbox.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dunlin demo}: the hub with an invented world around it. */
@Command(
    name = "demo",
    description = {
      "Starts the hub with an invented world around it, lets three months pass in a few minutes,"
          + " says what it reached, and stays running.",
      "It keeps its data in data/demo (or demo in the folder that DUNLIN_DATA names), and starts"
          + " anew each time."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);
  private static final int ENDED = 130;
  private static final int MOST_DAYS = 365;
  private static final int MOST_CUSTOMERS = 2000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "91",
      description = "How many days pass, at most " + MOST_DAYS + " (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--customers",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "How many customers the company has, at most "
              + MOST_CUSTOMERS
              + " (default: ${DEFAULT-VALUE}).")
  private int customers;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "2026",
      description =
          "Which world is invented; the same number gives the same one (default:"
              + " ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8088",
      description =
          "Where the console listens on this machine; 0: any free port (default:"
              + " ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--exit",
      description = "End after the report; exit status 1 if it shows a mistake.")
  private boolean exit;

  @Override
  public Integer call() throws IOException, InterruptedException {
    require(days, MOST_DAYS, "--days");
    require(customers, MOST_CUSTOMERS, "--customers");
    String data = Optional.ofNullable(System.getenv("DUNLIN_DATA")).orElse("data");
    Path directory =
        DemoDirectory.fresh(Path.of(data).toAbsolutePath().normalize().resolve("demo"));
    World world = World.of(seed, FIRST_DAY, days, customers);
    System.err.println("Starting the hub with an invented company around it …");
    Optional<Demonstration> started = Demonstration.start(directory, world, port);
    if (started.isEmpty()) {
      return 1;
    }
    try (Demonstration demonstration = started.get()) {
      try {
        return show(demonstration);
      } catch (RuntimeException e) {
        if (demonstration.ended()) {
          return ENDED; // by Ctrl-C, which takes the hub away from under the days that pass
        }
        throw e;
      }
    }
  }

  private int show(Demonstration demonstration) throws IOException, InterruptedException {
    PrintStream words = System.err;
    DemoWords.begin(words, demonstration);
    demonstration.pass(DemoProgress.to(words, System.console() != null));
    DemoFigures figures = demonstration.figures();
    DemoWords.end(System.out, demonstration, figures);
    System.out.flush();
    if (!exit) {
      words.println("The hub runs on until you end it with Ctrl-C.");
      new CountDownLatch(1).await();
    }
    return figures.right() ? 0 : 1;
  }

  private void require(int value, int most, String option) {
    if (value < 1 || value > most) {
      throw new ParameterException(
          spec.commandLine(), option + " must be from 1 to " + most + ", not " + value + ".");
    }
  }
}
