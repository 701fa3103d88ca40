package org.dunlin.config.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dunlin.config.hub.Hub;
import org.dunlin.config.hub.HubSettings;
import org.dunlin.connectors.program.CarriedFolders;
import org.dunlin.connectors.program.Folder;
import org.dunlin.work.program.DropIns;
import picocli.CommandLine.Option;

/** Where a command finds the programs: in the directory of dropped-in folders, and in the hub. */
final class KnownPrograms {
  @Option(
      names = "--directory",
      paramLabel = "DIRECTORY",
      description =
          "The directory of dropped-in folders; without: dunlin.programs.directory of the settings.")
  private Path directory = Path.of("");

  /** The directory; empty when the settings cannot be used, after saying why. */
  Optional<Path> directory() {
    return directory.toString().isEmpty()
        ? Hub.settings().map(HubSettings::programs).map(HubSettings.ProgramSettings::directory)
        : Optional.of(directory);
  }

  /** The folder of this name: one that was dropped in takes the place of one of the hub. */
  static Optional<Folder> named(String name, Path directory) {
    Path dropped = directory.resolve(name);
    return Files.isDirectory(dropped)
        ? Optional.of(DropIns.read(dropped))
        : CarriedFolders.all().stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
