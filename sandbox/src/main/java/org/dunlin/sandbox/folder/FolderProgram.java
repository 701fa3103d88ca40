package org.dunlin.sandbox.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Problem;
import org.dunlin.sandbox.world.OutsideFile;

/**
 * An accounting program that knows two folders: it exports into one, which the hub watches, and
 * reads the hub's status files (canonical JSON Lines) from the other. Not for several threads.
 */
public final class FolderProgram {
  /** How long a file that is written in two parts stays half. */
  private static final Duration HALF_WRITTEN = Duration.ofMillis(50);

  private static final String TEMPORARY = ".tmp";

  private final Path in;
  private final Path out;
  private final Runnable whileHalf;
  private final Map<Path, FileTime> read = new HashMap<>();
  private final Map<String, Invoice> invoices = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param in the folder that the hub watches
   * @param out the folder into which the hub writes
   */
  public FolderProgram(Path in, Path out) {
    this(in, out, FolderProgram::pause);
  }

  /**
   * @param whileHalf run while files are half written
   */
  FolderProgram(Path in, Path out, Runnable whileHalf) {
    this.in = in;
    this.out = out;
    this.whileHalf = whileHalf;
  }

  /**
   * Puts files into the watched folder and returns when all are complete.
   *
   * @throws IOException when the folder cannot be written
   */
  public void deliver(List<OutsideFile> files) throws IOException {
    List<OutsideFile> half = new ArrayList<>();
    for (OutsideFile file : files) {
      switch (file.writing()) {
        case AT_ONCE -> Files.write(in.resolve(file.name()), file.bytes());
        case RENAMED -> renamed(file);
        case IN_TWO_PARTS -> half.add(file);
      }
    }
    for (OutsideFile file : half) {
      Files.write(in.resolve(file.name()), Arrays.copyOf(file.bytes(), halfOf(file)));
    }
    if (!half.isEmpty()) {
      whileHalf.run();
    }
    for (OutsideFile file : half) {
      complete(file);
    }
  }

  /**
   * On a machine that stood still, the half may have been taken meanwhile: then comes the whole.
   */
  private void complete(OutsideFile file) throws IOException {
    byte[] bytes = file.bytes();
    byte[] rest = Arrays.copyOfRange(bytes, halfOf(file), bytes.length);
    try {
      Files.write(in.resolve(file.name()), rest, StandardOpenOption.APPEND);
    } catch (NoSuchFileException e) {
      Files.write(in.resolve(file.name()), bytes);
    }
  }

  private static int halfOf(OutsideFile file) {
    return file.bytes().length / 2;
  }

  /**
   * What the hub said last of an invoice: its status and what is outstanding; empty where it said
   * nothing yet. Reads the status files that came since the last question; a file whose name ends
   * in {@code .tmp} is not complete and is left alone.
   *
   * @throws IOException when the folder cannot be read
   */
  public Optional<Invoice> statusOf(String invoiceNumber) throws IOException {
    return Optional.ofNullable(statuses().get(invoiceNumber));
  }

  /**
   * As {@link #statusOf}, of all invoices by their numbers.
   *
   * @throws IOException when the folder cannot be read
   */
  public Map<String, Invoice> statuses() throws IOException {
    readStatusFiles();
    return Map.copyOf(invoices);
  }

  /**
   * The lines of status files that this program could not take.
   *
   * @throws IOException when the folder cannot be read
   */
  public List<Problem> problems() throws IOException {
    readStatusFiles();
    return List.copyOf(problems);
  }

  private void readStatusFiles() throws IOException {
    if (!Files.isDirectory(out)) {
      return;
    }
    List<StatusFile> files = new ArrayList<>();
    try (Stream<Path> listing = Files.list(out)) {
      for (Path path : listing.toList()) {
        if (Files.isRegularFile(path) && !path.toString().endsWith(TEMPORARY)) {
          files.add(new StatusFile(path, Files.getLastModifiedTime(path)));
        }
      }
    } catch (NoSuchFileException e) {
      // Renamed or removed while the folder was listed: the next question sees it.
      return;
    }
    files.sort(Comparator.comparing(StatusFile::written).thenComparing(StatusFile::path));
    for (StatusFile file : files) {
      if (!file.written().equals(read.put(file.path(), file.written()))) {
        read(file.path());
      }
    }
  }

  private record StatusFile(Path path, FileTime written) {}

  private void read(Path path) throws IOException {
    try (InputStream stream = Files.newInputStream(path)) {
      new CanonicalReader(String.valueOf(path.getFileName())).read(stream, this::take);
    }
  }

  private void take(CanonicalRecord record) {
    if (record instanceof Invoice invoice) {
      invoices.put(invoice.number(), invoice);
    } else if (record instanceof Problem problem) {
      problems.add(problem);
    }
  }

  private void renamed(OutsideFile file) throws IOException {
    Path temporary = in.resolve(file.name() + TEMPORARY);
    Files.write(temporary, file.bytes());
    Files.move(temporary, in.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void pause() {
    try {
      Thread.sleep(HALF_WRITTEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
