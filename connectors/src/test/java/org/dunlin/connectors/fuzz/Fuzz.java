package org.dunlin.connectors.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.dunlin.connectors.fuzz.Watched.Broken;
import org.dunlin.connectors.fuzz.Watched.Cost;

/** One format under attack, with the figures of all that was thrown at it. */
final class Fuzz {
  private static final Path FOLDER = Path.of("target", "fuzz");
  private static final int MUTATIONS_MAX = 4;

  private final Reader reader;
  private final List<byte[]> seeds;
  private final Watched watched = new Watched();
  private long inputs;
  private long taken;
  private long slowestNanos;
  private long allocatedMost;

  Fuzz(Reader reader) {
    this.reader = reader;
    seeds = reader.seeds();
    loadAll();
  }

  /**
   * Reads one file of each format. What loading a class takes is counted to the thread that needs
   * it first, tens of megabytes for the first file of all; readers are measured without that.
   */
  private static void loadAll() {
    for (Reader each : Reader.values()) {
      for (byte[] file : each.seeds()) {
        try {
          each.takes(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Throws so many changed files at the reader; the same ones for the same seed. */
  void attack(long seed, int count) {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      byte[] file = seeds.get(random.nextInt(seeds.size()));
      List<Mutation> mutations = new ArrayList<>();
      for (int j = random.nextInt(MUTATIONS_MAX); j >= 0; j--) {
        mutations.add(Mutation.any(random));
      }
      attack(file, mutations);
    }
  }

  /** What was thrown and what it cost, for people. */
  String figures() {
    return String.format(
        Locale.ROOT,
        "%s: %d inputs, %d taken without a problem, slowest %d ms, most memory %d KB",
        reader,
        inputs,
        taken,
        slowestNanos / 1_000_000,
        allocatedMost / 1024);
  }

  /** Writes the figures beside the inputs that were found. */
  void report() throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(reader + ".txt"), figures() + "\n");
  }

  private void attack(byte[] file, List<Mutation> mutations) {
    byte[] input = input(file, mutations);
    try {
      Cost cost = watched.read(reader, input);
      inputs++;
      taken += cost.taken() ? 1 : 0;
      slowestNanos = Math.max(slowestNanos, cost.nanos());
      allocatedMost = Math.max(allocatedMost, cost.allocated());
    } catch (Broken broken) {
      List<Mutation> fewer = reduced(file, mutations);
      Path kept = keep(input(file, fewer));
      throw new AssertionError(
          reader + " " + broken.getMessage() + "; " + fewer + "; " + kept, broken);
    }
  }

  private byte[] input(byte[] file, List<Mutation> mutations) {
    byte[] input = file;
    for (Mutation mutation : mutations) {
      input = mutation.apply(input, seeds);
    }
    return input;
  }

  /** Without the changes that are not needed to break the reader. */
  private List<Mutation> reduced(byte[] file, List<Mutation> mutations) {
    List<Mutation> fewer = new ArrayList<>(mutations);
    for (Mutation mutation : mutations) {
      List<Mutation> without = new ArrayList<>(fewer);
      without.remove(mutation);
      try {
        new Watched().read(reader, input(file, without));
      } catch (Broken stillBroken) {
        fewer = without;
      }
    }
    return fewer;
  }

  private Path keep(byte[] input) {
    try {
      Files.createDirectories(FOLDER);
      Path kept = Files.createTempFile(FOLDER, reader + "-", ".broken");
      return Files.write(kept, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
