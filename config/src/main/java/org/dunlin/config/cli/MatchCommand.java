package org.dunlin.config.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.matching.BackTest;
import org.dunlin.core.matching.Matcher;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Decision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dunlin match}: which invoices payments settle, without a server. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the invoices that payments settle, as the hub would, without a server.",
      "Both files hold canonical JSON Lines. The ledger has the company with its settings, its",
      "customers and invoices, and past payments with their allocations, to learn from.",
      "Allocations and adjustments are printed; AUTOMATIC ones the hub would apply itself,",
      "SUGGESTED ones it would offer to a person, the best first.",
      "With --back-test what was booked is hidden and matched anew: the lines are printed that",
      "matching would have applied and nobody booked so, and a threshold is proposed."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0: everything was taken", "1: something was refused", "2: wrong usage"})
public final class MatchCommand implements Callable<Integer> {
  @Option(names = "--ledger", required = true, paramLabel = "FILE", description = "The books.")
  private Path ledger = Path.of("");

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  /** What is matched: either of the two. */
  static final class What {
    @Option(names = "--payments", paramLabel = "FILE", description = "The payments to match.")
    private @Nullable Path payments;

    @Option(names = "--back-test", description = "Match what was booked anew, and compare.")
    private boolean backTest;
  }

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Leave out what was issued or booked after this day.")
  private @Nullable LocalDate asOf;

  @Spec private @Nullable CommandSpec specification;

  private final PrintStream data;

  /** Prints to standard output. */
  public MatchCommand() {
    this(System.out);
  }

  MatchCommand(PrintStream data) {
    this.data = data;
  }

  @Override
  public Integer call() throws IOException {
    Path payments = what.payments;
    for (Path file : payments == null ? List.of(ledger) : List.of(ledger, payments)) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw misuse("There is no readable file " + file + "; give the path of one.");
      }
    }
    try (OutputStream out = new BufferedOutputStream(data, 1 << 16)) {
      LedgerFiles files = new LedgerFiles(asOf, problem -> print(out, problem));
      files.read(ledger, payments);
      if (files.usable() && what.backTest) {
        backTest(files, out);
      } else if (files.usable()) {
        match(files, out);
      }
      out.flush();
      words().println(files.words());
      return files.problems() > 0 ? 1 : 0;
    }
  }

  private void match(LedgerFiles files, OutputStream out) {
    Matcher matcher = new Matcher(files.view());
    List<UnallocatedPayment> arrived = files.arrived();
    matcher.credits().forEach(line -> print(out, line));
    List<Allocation> lines = new ArrayList<>(matcher.named(arrived));
    lines.addAll(matcher.next(arrived));
    lines.forEach(line -> print(out, line));
    matcher.adjustments().forEach(adjustment -> print(out, adjustment));
    Set<String> automatic = payments(lines, true);
    Set<String> suggested = payments(lines, false);
    words()
        .printf(
            "%d payments: %d matched, %d for a person to choose, %d without a proposal.%n",
            arrived.size(),
            automatic.size(),
            suggested.size(),
            arrived.size() - automatic.size() - suggested.size());
  }

  private void backTest(LedgerFiles files, OutputStream out) {
    BackTest.Result result = files.backTest();
    result.differing().forEach(line -> print(out, line));
    words()
        .printf(
            Locale.ROOT,
            "%d payments of the past: %.1f %% would have been matched as they were booked.%n"
                + "%d lines would have been applied, of which %d differ from what was booked.%n"
                + "The threshold that this proposes (autoThreshold): %s%n",
            result.payments(),
            result.payments() == 0 ? 0.0 : 100.0 * result.whole() / result.payments(),
            result.lines(),
            result.differing().size(),
            result.proposed().toPlainString());
  }

  private static Set<String> payments(List<Allocation> lines, boolean automatic) {
    return lines.stream()
        .filter(line -> (line.decision() == Decision.AUTOMATIC) == automatic)
        .map(line -> String.valueOf(line.match()).replaceFirst("#.*", ""))
        .collect(Collectors.toUnmodifiableSet());
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
