package org.dunlin.config.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dunlin.connectors.Detection;
import org.dunlin.connectors.csv.Descriptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Says what the hub makes of files, as canonical JSON Lines. A file that is refused as a whole
 * gives its problem and nothing else.
 */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Says what the hub makes of any invoice or bank-statement file.",
      "The format is recognised by the content; records and problems are printed as JSON Lines.",
      "CSV is read by descriptions: those that the hub carries along, and your own."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0: everything was taken", "1: something was refused", "2: wrong usage"})
public final class ReadCommand implements Callable<Integer> {
  private static final String LOG = "logback.configurationFile";

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to read.")
  private List<Path> files = List.of();

  @Option(
      names = "--propose",
      description = {
        "Write a description of a CSV file that nobody described, to be completed and put into the",
        "directory of descriptions as NAME.yaml."
      })
  private boolean propose;

  @Option(
      names = "--descriptions",
      paramLabel = "DIRECTORY",
      description =
          "The directory of your descriptions; without: dunlin.descriptions of the settings.")
  private Path descriptions = Path.of("");

  @Spec private @Nullable CommandSpec specification;

  private final OutputStream data;

  /** Prints its data to standard output. */
  public ReadCommand() {
    this(System.out);
  }

  ReadCommand(PrintStream data) {
    this.data = data;
  }

  @Override
  public Integer call() throws IOException {
    writeNoLog();
    boolean refused = false;
    OutputStream buffered = new BufferedOutputStream(data, 1 << 16);
    Descriptions known = new Descriptions(new OwnDescriptions(descriptions));
    Detection detection = new Detection(known);
    for (Path file : files) {
      FileRead read =
          propose ? ProposedDescription.of(file, buffered) : FileRead.of(file, detection, buffered);
      words().println(file + ": " + read.words());
      refused |= read.refused() > 0;
    }
    buffered.flush();
    return refused ? 1 : 0;
  }

  /** Libraries must not write between the data; the property counts before the first line. */
  private static void writeNoLog() {
    System.setProperty(LOG, "read-log.xml");
    var unused = LoggerFactory.getILoggerFactory();
    System.clearProperty(LOG); // of which whoever reads the settings would complain
  }

  private PrintWriter words() {
    if (specification == null) {
      throw new IllegalStateException("the command line has not been parsed");
    }
    return specification.commandLine().getErr();
  }
}
