package org.dunlin.config.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Programs;
import org.dunlin.connectors.yaml.Fault;
import org.dunlin.work.program.DropIns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dunlin program list}: which programs can be connected, and what each can do. */
@Command(
    name = "list",
    description = {
      "Lists the programs that can be connected: name, where its folder is from, capabilities.",
      "Folders that are refused are told with their reasons; then it ends with status 1."
    },
    mixinStandardHelpOptions = true)
final class ProgramListCommand implements Callable<Integer> {
  @Mixin private KnownPrograms known = new KnownPrograms();

  private final PrintStream data;
  private final PrintStream words;

  /** Prints to standard output. */
  ProgramListCommand() {
    this(System.out, System.err);
  }

  ProgramListCommand(PrintStream data, PrintStream words) {
    this.data = data;
    this.words = words;
  }

  @Override
  public Integer call() {
    Optional<Path> directory = known.directory();
    if (directory.isEmpty()) {
      return 1;
    }
    Programs programs = new Programs(new DropIns(directory.get()));
    Table table = new Table("PROGRAM", "NAME", "FROM", "CAPABILITIES");
    for (Program program : programs.all()) {
      table.add(
          program.name(),
          program.manifest().name(),
          programs.droppedIn(program.name()) ? written(directory.get()) : "the hub",
          program.manifest().capabilities().stream()
              .sorted()
              .map(Capability::word)
              .collect(Collectors.joining(" ")));
    }
    table.lines().forEach(data::println);
    told(programs);
    return programs.broken().isEmpty() ? 0 : 1;
  }

  /** As somebody here would write it. */
  private static String written(Path directory) {
    Path here = Path.of("").toAbsolutePath();
    Path path = directory.toAbsolutePath().normalize();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }

  private void told(Programs programs) {
    for (Programs.Broken broken : programs.broken()) {
      words.println("The folder " + broken.folder() + " is refused:");
      for (Fault fault : broken.faults()) {
        words.println("  " + fault);
      }
    }
  }
}
