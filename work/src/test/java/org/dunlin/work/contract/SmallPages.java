package org.dunlin.work.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.connectors.program.CarriedFolders;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.Programs;

/** The carried folders as they are, but for their pages, so that a few records fill several. */
final class SmallPages {
  /** How many objects such a page has. */
  static final int SIZE = 3;

  /** Loaded once, since all hubs of a test may know the same programs. */
  private static final Programs PROGRAMS = loaded();

  private SmallPages() {}

  /** The programs of a hub. */
  static Programs programs() {
    return PROGRAMS;
  }

  private static Programs loaded() {
    List<Folder> folders = CarriedFolders.all().stream().map(SmallPages::small).toList();
    Programs programs = new Programs(() -> folders);
    if (!programs.broken().isEmpty()) {
      throw new AssertionError("refused: " + programs.broken());
    }
    return programs;
  }

  private static Folder small(Folder folder) {
    Map<String, byte[]> files = new TreeMap<>(folder.files());
    String manifest = new String(files.get("program.yaml"), StandardCharsets.UTF_8);
    files.put(
        "program.yaml",
        manifest
            .replaceAll("(paging: \\{[^}]*size:) \\d+", "$1 " + SIZE)
            .getBytes(StandardCharsets.UTF_8));
    return new Folder(folder.name(), files);
  }
}
