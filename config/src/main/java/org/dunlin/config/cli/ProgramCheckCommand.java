package org.dunlin.config.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.check.ExampleOutcome;
import org.dunlin.connectors.program.check.FolderCheck;
import org.dunlin.connectors.program.check.FolderChecked;
import org.dunlin.connectors.program.check.Held;
import org.dunlin.connectors.program.check.Trial;
import org.dunlin.work.program.DropIns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dunlin program check}: whether a program's folder does what it declares. */
@Command(
    name = "check",
    description = {
      "Checks whether the folder of a program does what it declares.",
      "Tried are its manifest, mappings and examples, and a vendor that is played from them.",
      "Nothing is asked of the program itself."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0: all of it holds", "1: something does not", "2: wrong usage"})
final class ProgramCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME|FOLDER", description = "A program of the list, or a folder.")
  private String which = "";

  @Mixin private KnownPrograms known = new KnownPrograms();

  private final PrintStream data;
  private final PrintStream words;

  /** Prints to standard output. */
  ProgramCheckCommand() {
    this(System.out, System.err);
  }

  ProgramCheckCommand(PrintStream data, PrintStream words) {
    this.data = data;
    this.words = words;
  }

  @Override
  public Integer call() {
    Optional<Folder> folder = written().map(DropIns::read);
    if (folder.isEmpty()) {
      Optional<Path> directory = known.directory();
      if (directory.isEmpty()) {
        return 1;
      }
      folder = KnownPrograms.named(which, directory.get());
    }
    if (folder.isEmpty()) {
      words.println(
          "There is no folder "
              + which
              + " and no program of this name; ./dunlin program list names them.");
      return 2;
    }
    return told(FolderCheck.of(folder.get()));
  }

  /** The folder that is written as a path, or lies here. */
  private Optional<Path> written() {
    try {
      Path path = Path.of(which);
      boolean folder = path.getNameCount() > 1 || path.isAbsolute() || which.startsWith(".");
      return Files.isDirectory(path) && (folder || Files.exists(path.resolve("program.yaml")))
          ? Optional.of(path)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private int told(FolderChecked checked) {
    if (!checked.faults().isEmpty()) {
      words.println("The folder is refused:");
      checked.faults().forEach(fault -> words.println("  " + fault));
      return 1;
    }
    Table table = new Table("CAPABILITY", "HOLDS", "BY");
    for (Held held : checked.capabilities()) {
      table.add(held.capability().word(), held.holds() ? "yes" : "no", held.by());
    }
    table.lines().forEach(data::println);
    List<ExampleOutcome> examples =
        checked.examples().stream().filter(each -> !each.holds()).toList();
    examples.forEach(each -> words.println(each.file() + ": " + each.difference()));
    List<Trial> trials = checked.trials().stream().filter(each -> !each.holds()).toList();
    trials.forEach(
        each ->
            words.println(
                "Stream "
                    + each.stream()
                    + ", the vendor "
                    + each.what()
                    + ": "
                    + each.difference()));
    checked.warnings().forEach(each -> words.println("Warning: " + each));
    words.println(
        counted(checked.examples().size(), examples.size(), "examples")
            + " "
            + counted(checked.trials().size(), trials.size(), "trials"));
    return checked.holds() ? 0 : 1;
  }

  private static String counted(int all, int failing, String what) {
    return (all - failing) + " of " + all + " " + what + " hold.";
  }
}
