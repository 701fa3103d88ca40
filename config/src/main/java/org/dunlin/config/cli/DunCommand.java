package org.dunlin.config.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dunlin.core.dunning.CanonicalBooks;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.PlanReader;
import org.dunlin.core.dunning.PlanRefused;
import org.dunlin.core.dunning.Replay;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.CanonicalRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dunlin dun}: who is reminded of what on a day, or on each day of a range. */
@Command(
    name = "dun",
    mixinStandardHelpOptions = true,
    description = {
      "Decides what is due under plans, as the hub would, without a server and sending nothing.",
      "The ledger is canonical JSON Lines: the company, its customers, invoices and payments,",
      "what was done before, and what holds dunning. The plans are YAML, as docs/plans.md says.",
      "The actions are printed: DUE, AWAITING_APPROVAL, or HELD with what holds them.",
      "With --until each day takes what was due before as sent, and each action is printed once.",
      "With --back-test the days are played as if nothing had been done, each payment known from",
      "the day after its booking, and what asks for money that was booked by then is printed."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0: everything was taken", "1: something was refused", "2: wrong usage"})
public final class DunCommand implements Callable<Integer> {
  @Option(names = "--ledger", required = true, paramLabel = "FILE", description = "The books.")
  private Path ledger = Path.of("");

  @Option(names = "--plans", required = true, paramLabel = "FILE", description = "The plans.")
  private Path plans = Path.of("");

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description = "The day, in the company's time zone.")
  private LocalDate asOf = LocalDate.EPOCH;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "The last day of a range that begins with --as-of.")
  private @Nullable LocalDate until;

  @Option(
      names = "--back-test",
      description = "Play the days of the past, and say how much would have come after payment.")
  private boolean backTest;

  @Spec private @Nullable CommandSpec specification;

  private final PrintStream data;

  /** Prints to standard output. */
  public DunCommand() {
    this(System.out);
  }

  DunCommand(PrintStream data) {
    this.data = data;
  }

  @Override
  public Integer call() throws IOException {
    for (Path file : List.of(ledger, plans)) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw misuse("There is no readable file " + file + "; give the path of one.");
      }
    }
    LocalDate last = until == null ? asOf : until;
    if (last.isBefore(asOf)) {
      throw misuse("--until is a day before --as-of; give the same or a later one.");
    }
    try (OutputStream out = new BufferedOutputStream(data, 1 << 16)) {
      DunningBooks books = new DunningBooks(problem -> print(out, problem));
      Optional<List<Plan>> read = plans(books);
      books.read(ledger);
      if (read.isPresent() && books.usable() && backTest) {
        replay(books, read.get(), last, out);
      } else if (read.isPresent() && books.usable()) {
        dun(books, read.get(), last, out);
      }
      out.flush();
      words().println(books.words());
      return books.problems() > 0 ? 1 : 0;
    }
  }

  private Optional<List<Plan>> plans(DunningBooks books) throws IOException {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(plans))) {
      return Optional.of(PlanReader.read(stream, plans.toString()));
    } catch (PlanRefused refused) {
      books.refuse(refused.problem());
      return Optional.empty();
    }
  }

  private void dun(DunningBooks books, List<Plan> under, LocalDate last, OutputStream out) {
    Map<ActionState, Integer> count = new EnumMap<>(ActionState.class);
    books
        .under(under, asOf, last)
        .each(
            asOf,
            last,
            action -> {
              print(out, action);
              count.merge(action.state(), 1, Integer::sum);
            });
    words()
        .printf(
            "%d due, %d for a person to approve, %d held.%n",
            count.getOrDefault(ActionState.DUE, 0),
            count.getOrDefault(ActionState.AWAITING_APPROVAL, 0),
            count.getOrDefault(ActionState.HELD, 0));
  }

  private void replay(DunningBooks books, List<Plan> under, LocalDate last, OutputStream out) {
    CanonicalBooks past = books.books();
    Replay.Result result =
        Replay.of(
            books.before(under, asOf), past.booked(), asOf, last, action -> print(out, action));
    words()
        .printf(
            "%d would have gone, %d of them after payment; %d held.%n",
            result.gone(), result.afterPayment(), result.held());
    for (Replay.OfStep each : result.steps()) {
      words()
          .printf(
              "%s, %s (%s): %d, %d of them after payment.%n",
              each.plan(), each.step(), each.channel(), each.gone(), each.afterPayment());
    }
  }

  private static void print(OutputStream out, CanonicalRecord record) {
    try {
      out.write((CanonicalWriter.line(record) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ParameterException misuse(String sentence) {
    return new ParameterException(command().commandLine(), sentence);
  }

  private PrintWriter words() {
    return command().commandLine().getErr();
  }

  private CommandSpec command() {
    if (specification == null) {
      throw new IllegalStateException("the command line has not been parsed");
    }
    return specification;
  }
}
