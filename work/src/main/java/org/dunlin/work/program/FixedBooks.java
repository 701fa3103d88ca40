package org.dunlin.work.program;

import java.util.List;
import java.util.Map;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.connectors.program.Setting;
import org.dunlin.store.Stores;
import org.dunlin.store.program.StreamState;
import org.dunlin.work.link.Link;
import org.dunlin.work.program.WrongSettings.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a connection with the books that it has read. Other books have other objects under the same
 * keys, and the cursor of the one says nothing of the other.
 */
final class FixedBooks {
  private final Stores stores;

  FixedBooks(Stores stores) {
    this.stores = stores;
  }

  /**
   * Refuses settings that lead to other books than those of which something was read.
   *
   * @param settings all of them as they are to be
   */
  void refuse(Link link, Manifest manifest, Map<String, String> settings) {
    List<Fault> others = faults(link, manifest, settings);
    if (!others.isEmpty()) {
      throw new WrongSettings(others);
    }
  }

  /** Those settings that lead to other books than those of which something was read. */
  List<Fault> faults(Link link, Manifest manifest, Map<String, String> settings) {
    List<Fault> others =
        manifest.settings().stream()
            .filter(Setting::books)
            .filter(setting -> leadsElsewhere(setting, link.connection().settings(), settings))
            .map(FixedBooks::fault)
            .toList();
    return others.isEmpty() || !wasRead(link) ? List.of() : others;
  }

  private static boolean leadsElsewhere(
      Setting setting, Map<String, String> before, Map<String, String> after) {
    String read = counts(setting, before);
    return read != null && !read.equals(counts(setting, after));
  }

  /** What is filled in, else what counts where nothing is. */
  static @Nullable String counts(Setting setting, Map<String, String> settings) {
    String given = settings.getOrDefault(setting.name(), "").strip();
    return given.isEmpty() ? setting.initial() : given;
  }

  private static Fault fault(Setting setting) {
    return new Fault(
        setting.name(),
        setting.label()
            + " says which books are read, and something of them was read already; add a new"
            + " connection for other books.");
  }

  private boolean wasRead(Link link) {
    return stores.programs().streams().of(link.companyId(), link.id()).stream()
        .anyMatch(FixedBooks::wasRead);
  }

  private static boolean wasRead(StreamState stream) {
    return stream.lastSuccessAt() != null || stream.cursor() != null || stream.pages() > 0;
  }
}
