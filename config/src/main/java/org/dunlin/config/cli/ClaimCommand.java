package org.dunlin.config.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dunlin.core.claim.Claims;
import org.dunlin.core.claim.Debt;
import org.dunlin.core.claim.Debtor;
import org.dunlin.core.claim.Rates;
import org.dunlin.core.claim.RatesRefused;
import org.dunlin.core.claim.Reckoning;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dunlin claim}: what may be claimed beside the principal of a debt that is late. */
@Command(
    name = "claim",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reckons statutory interest day by day, fixed sums and costs of a late debt.",
      "A claim a line is printed: INTEREST for each period of one rate, FIXED_SUM,",
      "COSTS, FEE. How it is reckoned, what is not owed yet and why, and how the law",
      "takes payments is said beside it. A rate that is missing is never guessed: a",
      "problem line asks for it; one that is to be verified says so in its source.",
      "The rule of each country stands in docs/claims.md."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0: all of it was reckoned",
      "1: something could not be, with a problem line for each",
      "2: wrong usage"
    },
    footer = {
      "",
      "For example, a Dutch invoice to a business, part of which was paid late:",
      "  dunlin claim --country NL --business --principal 1000.00 --currency EUR \\",
      "    --due 2025-05-01 --on 2025-09-30 --paid 2025-08-01=400.00"
    })
public final class ClaimCommand implements Callable<Integer> {
  @Option(
      names = "--country",
      required = true,
      paramLabel = "CC",
      description = "Whose law counts, such as NL; EU for the directive itself.")
  private String country = "";

  @ArgGroup private Whom whom = new Whom();

  /** Who owes: either of the two; where neither is said, a consumer. */
  static final class Whom {
    @Option(names = "--business", description = "The debtor acts in business.")
    private boolean business;

    @Option(
        names = "--consumer",
        description = "The debtor is a consumer, as where it is not said.")
    private boolean consumer;
  }

  @Option(
      names = "--principal",
      required = true,
      paramLabel = "AMOUNT",
      description = "What was owed on the due date, with VAT, such as 1000.00.")
  private String principal = "";

  @Option(names = "--currency", required = true, paramLabel = "CUR", description = "Such as EUR.")
  private String currency = "";

  @Option(
      names = "--due",
      required = true,
      paramLabel = "DATE",
      description = "The last day on which paying was in time.")
  private LocalDate due = LocalDate.EPOCH;

  @Option(
      names = "--on",
      required = true,
      paramLabel = "DATE",
      description = "The last day that counts.")
  private LocalDate on = LocalDate.EPOCH;

  @Option(
      names = "--reminder-received",
      paramLabel = "DATE",
      description = "When the debtor got the reminder, notice or letter that some laws ask for.")
  private @Nullable LocalDate reminderReceived;

  @Option(
      names = "--paid",
      paramLabel = "DATE=AMOUNT",
      description = "What was paid of the principal, which is smaller from that day; repeatable.")
  private List<String> paid = List.of();

  @Option(
      names = "--vat-recoverable",
      arity = "1",
      paramLabel = "true|false",
      defaultValue = "true",
      description = "Whether the creditor recovers VAT; if not, Dutch costs are raised by it.")
  private boolean vatRecoverable = true;

  @Mixin private ClaimTerms terms = new ClaimTerms();

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description =
          "Your own rates, which count before the carried ones: CSV with the heading"
              + " series,valid_from,percent,status,source; status is known or check.")
  private @Nullable Path rates;

  @Spec private @Nullable CommandSpec specification;

  private final PrintStream data;

  /** Prints to standard output. */
  public ClaimCommand() {
    this(System.out);
  }

  ClaimCommand(PrintStream data) {
    this.data = data;
  }

  @Override
  public Integer call() throws IOException {
    List<Debt> debts = debts();
    try (OutputStream out = new BufferedOutputStream(data, 1 << 16)) {
      try {
        Reckoning reckoning = Claims.together(debts, on, allRates());
        for (CanonicalRecord claim : reckoning.claims()) {
          print(out, claim);
        }
        for (CanonicalRecord problem : reckoning.problems()) {
          print(out, problem);
        }
        out.flush();
        boolean said = whom.business || whom.consumer;
        new ClaimWords(words()).say(debts, said, on, reckoning);
        return reckoning.problems().isEmpty() ? 0 : 1;
      } catch (RatesRefused refused) {
        print(out, refused.problem());
        words().println("refused: " + refused.problem().message());
        return 1;
      }
    }
  }

  private List<Debt> debts() {
    if (!country.matches("[A-Za-z]{2}")) {
      throw misuse("--country takes two letters such as NL, not " + country + ".");
    }
    List<Debt> debts = new ArrayList<>();
    try {
      ClaimInput input = new ClaimInput(currency);
      Debt first =
          Debt.of(country, debtor(), input.amount(principal), due)
              .paid(input.payments(paid))
              .reminded(reminderReceived)
              .vatRecoverable(vatRecoverable)
              .agreed(terms.agreed(input));
      debts.add(first);
      debts.addAll(terms.demandedTogether(first, input));
    } catch (IllegalArgumentException e) {
      throw misuse(e.getMessage() + ".");
    }
    return debts;
  }

  private Debtor debtor() {
    return whom.business ? Debtor.BUSINESS : Debtor.CONSUMER;
  }

  private Rates allRates() throws IOException {
    Path file = rates;
    if (file == null) {
      return Rates.carried();
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw misuse("There is no readable file " + file + "; give the path of one.");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return Rates.read(stream, file.toString()).over(Rates.carried());
    }
  }

  private static void print(OutputStream out, CanonicalRecord record) throws IOException {
    out.write((CanonicalWriter.line(record) + "\n").getBytes(StandardCharsets.UTF_8));
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
