package org.dunlin.connectors.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dunlin.connectors.Detected;
import org.dunlin.connectors.Detection;
import org.dunlin.connectors.csv.DescriptionLoader.Loaded;
import org.dunlin.connectors.yaml.Fault;
import org.dunlin.core.model.Problem;

/**
 * The descriptions of CSV files that the hub knows: those it carries along and those that were
 * dropped in, which are looked at anew for each file that needs one. A sound one that was dropped
 * in takes the place of the carried one of its name. Safe for use by many threads.
 */
public final class Descriptions {
  private final Supplier<List<DescriptionFile>> dropIns;
  private volatile Catalogue catalogue = new Catalogue(Map.of(), Map.of(), List.of());

  private record Catalogue(
      Map<String, DescriptionFile> files, Map<String, Description> sound, List<Fault> faults) {}

  /**
   * @param dropIns reads the files that were dropped in, as they are now
   */
  public Descriptions(Supplier<List<DescriptionFile>> dropIns) {
    this.dropIns = dropIns;
  }

  /** Those that the hub carries along. */
  public static Descriptions carried() {
    return new Descriptions(List::of);
  }

  /** What is wrong with the files that were dropped in; what was sound in one before goes on. */
  public List<Fault> faults() {
    return looked().faults();
  }

  /**
   * The file that begins so, where a description fits it. Of several, one that was dropped in
   * counts before those that are carried along, and then the one that names most of its columns.
   */
  public Optional<Detected> detect(byte[] head) {
    List<Recognised> best = best(new FileHead(head));
    return best.size() == 1
        ? best.stream()
            .findFirst()
            .map(
                each ->
                    new Detected(
                        Detection.CSV,
                        each.description().title() + " (CSV)",
                        new CsvTranslator(each)))
        : Optional.empty();
  }

  /** Why a file that may be CSV cannot be read; empty where it does not look like CSV. */
  public Optional<Problem> unknown(byte[] head, String source) {
    FileHead file = new FileHead(head);
    List<Recognised> best = best(file);
    if (best.size() > 1) {
      return Optional.of(
          new Problem(
              source,
              null,
              "SEVERAL_DESCRIPTIONS",
              "these descriptions fit the file alike: "
                  + best.stream()
                      .map(each -> each.description().name())
                      .collect(Collectors.joining(", "))
                  + "; take away all but one, or let it name more of the columns"));
    }
    return Proposal.of(file).map(proposal -> proposal.problem(source, all(), faults()));
  }

  /** The description that a file proposes, as YAML; empty where it does not look like CSV. */
  public static Optional<String> proposed(byte[] head, String name) {
    return Proposal.of(new FileHead(head)).map(proposal -> proposal.yaml(name));
  }

  private List<Recognised> best(FileHead file) {
    Catalogue known = looked();
    List<Recognised> own = mostKnown(file, List.copyOf(known.sound().values()));
    return own.isEmpty()
        ? mostKnown(
            file,
            CarriedDescriptions.all().stream()
                .filter(each -> !known.sound().containsKey(each.name()))
                .toList())
        : own;
  }

  private static List<Recognised> mostKnown(FileHead file, List<Description> descriptions) {
    List<Recognised> fitting =
        descriptions.stream().flatMap(each -> file.fits(each).stream()).toList();
    int most = fitting.stream().mapToInt(Recognised::known).max().orElse(0);
    return fitting.stream().filter(each -> each.known() == most).toList();
  }

  private List<Description> all() {
    Map<String, Description> all = new TreeMap<>();
    CarriedDescriptions.all().forEach(each -> all.put(each.name(), each));
    all.putAll(looked().sound());
    return List.copyOf(all.values());
  }

  /** A file that has not changed is not loaded again. */
  private Catalogue looked() {
    Catalogue before = catalogue;
    Map<String, DescriptionFile> files = new TreeMap<>();
    dropIns.get().forEach(file -> files.put(file.name(), file));
    if (files.equals(before.files())) {
      return before;
    }
    Map<String, Description> sound = new TreeMap<>();
    List<Fault> faults = new ArrayList<>();
    DescriptionLoader loader = new DescriptionLoader(CarriedDescriptions::form);
    for (DescriptionFile file : files.values()) {
      switch (loaded(loader, file)) {
        case Loaded.Sound loaded -> sound.put(loaded.description().name(), loaded.description());
        case Loaded.Faulty faulty -> {
          faults.addAll(faulty.faults());
          keep(file, before, sound);
        }
      }
    }
    Catalogue now = new Catalogue(files, sound, List.copyOf(faults));
    catalogue = now;
    return now;
  }

  /** What somebody dropped in must not keep the others from being found, however wrong it is. */
  private static Loaded loaded(DescriptionLoader loader, DescriptionFile file) {
    try {
      return loader.load(file.name(), file.bytes());
    } catch (RuntimeException | StackOverflowError e) {
      String sentence = "It cannot be read at all (" + e.getClass().getSimpleName() + ").";
      return new Loaded.Faulty(List.of(new Fault(file.name(), 0, sentence)));
    }
  }

  /** What was sound before goes on while its file is mended, or is only half copied yet. */
  private static void keep(DescriptionFile file, Catalogue before, Map<String, Description> sound) {
    String name = file.name().replaceAll("\\.yaml$", "");
    Description earlier = before.sound().get(name);
    if (earlier != null) {
      sound.put(name, earlier);
    }
  }
}
