package org.dunlin.bench.pull;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.program.CarriedFolders;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.Programs;

/**
 * Moneybird's folder as the hub carries it along, but for its limits, and with an address that a
 * setting says.
 */
final class VendorFolder {
  static final String NAME = "moneybird";
  private static final String MANIFEST = "program.yaml";

  private VendorFolder() {}

  static Programs programs() {
    Folder carried =
        CarriedFolders.all().stream()
            .filter(folder -> folder.name().equals(NAME))
            .findFirst()
            .orElseThrow();
    Map<String, byte[]> files = new HashMap<>(carried.files());
    String manifest = new String(files.get(MANIFEST), StandardCharsets.UTF_8);
    files.put(MANIFEST, changed(manifest).getBytes(StandardCharsets.UTF_8));
    Programs programs = new Programs(() -> List.of(new Folder(NAME, files)));
    if (!programs.droppedIn(NAME)) {
      throw new IllegalStateException("the changed folder is refused: " + programs.broken());
    }
    return programs;
  }

  private static String changed(String manifest) {
    return manifest
        .replaceFirst("(?m)^base: .*$", "base: \"{settings.address}/api/v2\"")
        .replaceFirst(
            "(?m)^settings:$",
            "settings:\n"
                + "  - {name: address, label: Address, help: Where it listens., type: url,"
                + " required: true}")
        .replaceFirst("(?m)^limits:\n(?: .*\n)+", "");
  }

  /** What an admin would fill in. */
  static Map<String, String> settings(Vendor vendor, String administration) {
    return Map.of(
        "address",
        vendor.address(),
        "signIn",
        "token",
        "apiToken",
        "only-for-this-run-of-the-benchmark",
        "administration",
        administration);
  }
}
