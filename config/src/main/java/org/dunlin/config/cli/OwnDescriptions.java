package org.dunlin.config.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.dunlin.config.hub.Hub;
import org.dunlin.config.hub.HubSettings;
import org.dunlin.connectors.csv.DescriptionFile;
import org.dunlin.work.translate.DescriptionFolder;
import org.jspecify.annotations.Nullable;

/**
 * The descriptions of the hub's own directory, for which the settings are read only where needed.
 */
final class OwnDescriptions implements Supplier<List<DescriptionFile>> {
  private final Path given;
  private @Nullable List<DescriptionFile> read;

  /**
   * @param given the directory; empty where the settings say it
   */
  OwnDescriptions(Path given) {
    this.given = given;
  }

  @Override
  public List<DescriptionFile> get() {
    List<DescriptionFile> known = read;
    if (known == null) {
      known = new DescriptionFolder(directory()).get();
      read = known;
    }
    return known;
  }

  private Path directory() {
    return given.toString().isEmpty()
        ? Hub.settings().map(HubSettings::descriptions).orElse(Path.of("descriptions"))
        : given;
  }
}
