package org.dunlin.connectors.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.dunlin.connectors.program.ProgramLoader.Loaded;
import org.dunlin.connectors.yaml.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The programs that the hub knows: those it carries along and those of folders that were dropped
 * in. A sound folder that was dropped in takes the place of one that the hub carries along. What is
 * asked answers from what the last look found; safe for use by many threads.
 */
public final class Programs {
  private final Supplier<List<Folder>> dropIns;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Catalogue catalogue;

  /** A folder that is refused, with its reasons. */
  public record Broken(String folder, List<Fault> faults) {
    public Broken {
      faults = List.copyOf(faults);
    }
  }

  /** What the hub carries along does not change while it runs: it is loaded once. */
  private static final class CarriedAlong {
    static final Map<String, Program> PROGRAMS = Collections.unmodifiableMap(carried());
  }

  private record Catalogue(
      Map<String, Folder> folders, Map<String, Program> programs, List<Broken> broken) {}

  /**
   * Looks at all folders.
   *
   * @param dropIns reads the folders that were dropped in, as they are now
   * @throws ExceptionInInitializerError where a folder that the hub carries along has a fault
   */
  public Programs(Supplier<List<Folder>> dropIns) {
    this.dropIns = dropIns;
    this.catalogue = new Catalogue(Map.of(), CarriedAlong.PROGRAMS, List.of());
    rescan();
  }

  /** The program of this name. */
  public Optional<Program> program(String name) {
    return Optional.ofNullable(catalogue.programs().get(name));
  }

  /** All that can be offered, by name. */
  public List<Program> all() {
    return List.copyOf(catalogue.programs().values());
  }

  /** Whether the program of this name comes of a folder that was dropped in. */
  public boolean droppedIn(String name) {
    Program program = catalogue.programs().get(name);
    return program != null && program != CarriedAlong.PROGRAMS.get(name);
  }

  /** Folders that are refused, by name. */
  public List<Broken> broken() {
    return catalogue.broken();
  }

  /**
   * Looks at the folders that were dropped in anew; one that has not changed is not loaded again.
   */
  public void rescan() {
    looking.lock();
    try {
      look();
    } finally {
      looking.unlock();
    }
  }

  /** The same, where nobody looks at this moment; else what they find is as good. */
  public void rescanUnlessLooking() {
    if (looking.tryLock()) {
      try {
        look();
      } finally {
        looking.unlock();
      }
    }
  }

  private void look() {
    Catalogue before = catalogue;
    Map<String, Folder> folders = new TreeMap<>();
    dropIns.get().forEach(folder -> folders.put(folder.name(), folder));
    Map<String, Program> programs = new TreeMap<>(CarriedAlong.PROGRAMS);
    List<Broken> broken = new ArrayList<>();
    folders.forEach((name, folder) -> add(folder, before, programs, broken));
    catalogue = new Catalogue(folders, programs, List.copyOf(broken));
  }

  private static void add(
      Folder folder, Catalogue before, Map<String, Program> programs, List<Broken> broken) {
    String name = folder.name();
    Folder earlier = before.folders().get(name);
    Program sound = before.programs().get(name);
    if (earlier != null && same(earlier, folder)) {
      before.broken().stream().filter(each -> each.folder().equals(name)).forEach(broken::add);
      keep(name, sound, programs);
      return;
    }
    switch (loaded(folder)) {
      case Loaded.Sound loaded -> programs.put(name, loaded.program());
      case Loaded.Faulty faulty -> {
        broken.add(new Broken(name, faulty.faults()));
        keep(name, sound, programs);
      }
    }
  }

  /** What somebody dropped in must not keep the others from being found, however wrong it is. */
  private static Loaded loaded(Folder folder) {
    try {
      return ProgramLoader.load(folder);
    } catch (RuntimeException | StackOverflowError e) {
      String sentence = "It cannot be read at all (" + e.getClass().getSimpleName() + ").";
      return new Loaded.Faulty(List.of(new Fault("program.yaml", 0, sentence)));
    }
  }

  /** What was sound before goes on while its folder is mended, or is only half copied yet. */
  private static void keep(String name, @Nullable Program sound, Map<String, Program> programs) {
    if (sound != null) {
      programs.put(name, sound);
    }
  }

  private static boolean same(Folder one, Folder other) {
    return one.files().keySet().equals(other.files().keySet())
        && one.files().entrySet().stream()
            .allMatch(file -> Arrays.equals(file.getValue(), other.files().get(file.getKey())));
  }

  private static Map<String, Program> carried() {
    Map<String, Program> carried = new TreeMap<>();
    for (Folder folder : CarriedFolders.all()) {
      switch (ProgramLoader.load(folder)) {
        case Loaded.Sound sound -> carried.put(folder.name(), sound.program());
        case Loaded.Faulty faulty ->
            throw new IllegalStateException(folder.name() + ": " + faulty.faults());
      }
    }
    return carried;
  }
}
