package org.dunlin.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.dunlin.store.Database;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A stopped cluster as a hub leaves it that has its tables and nothing in them. It is made once for
 * all test JVMs of this user and copied from then on, since to make one takes as much of the
 * processor as many a test. Another one is made when the programs, the migrations or the code that
 * makes it have changed; one that nobody took for a day is removed.
 */
public final class ReadyCluster {

  private static final String NAME = "cluster-";
  private static final String UNFINISHED = "making-";
  private static final Duration KEPT = Duration.ofDays(1);
  private static final List<Class<?>> MAKERS =
      List.of(Cluster.class, Server.class, ServerOptions.class, Supervisor.class, Database.class);

  private ReadyCluster() {}

  /** Loaded, and so looked for, at the first use. */
  private static final class Holder {
    static final Path FOLDER = provide();
  }

  /** Puts it into an empty data directory; the programs lie where the tests share them. */
  static void copyInto(Path dataDirectory) {
    try {
      copy(Holder.FOLDER, dataDirectory);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void copy(Path folder, Path target) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.toList()) {
        var copy = target.resolve(folder.relativize(file).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  /**
   * Puts it and the programs into a data directory, for a hub that is run as people run it and that
   * the test does not watch making its files.
   */
  public static void forHub(Path dataDirectory) {
    try {
      Files.createDirectories(dataDirectory);
      copyInto(dataDirectory);
      var programs = programs();
      copy(programs, new DataDirectory(dataDirectory).home().resolve(programs.getFileName()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Removes a data directory that no hub uses any more. */
  public static void remove(Path dataDirectory) throws IOException {
    PrivateFiles.deleteTree(dataDirectory);
  }

  private static Path programs() throws IOException {
    return BundledPrograms.of(Platform.current()).unpackInto(TestServer.programs());
  }

  private static Path provide() {
    try {
      var all = Files.createDirectories(TestServer.beside("clusters"));
      var folder = all.resolve(NAME + key());
      if (!Files.isDirectory(folder)) {
        removeOld(all);
        make(all, folder);
      }
      Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void make(Path all, Path folder) throws IOException {
    var unfinished = Files.createTempDirectory(all, UNFINISHED);
    try (var postgres = EmbeddedPostgres.start(TestServer.settings(unfinished))) {
      Database.open(postgres.jdbcUrl(), postgres.user(), postgres.password(), 2).close();
    }
    Files.deleteIfExists(new DataDirectory(unfinished).lockFile());
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException taken) {
      if (!Files.isDirectory(folder)) {
        throw taken;
      }
      PrivateFiles.deleteTree(unfinished);
    }
  }

  private static void removeOld(Path all) throws IOException {
    var old = FileTime.from(Instant.now().minus(KEPT));
    try (var folders = Files.newDirectoryStream(all)) {
      for (var folder : folders) {
        if (Files.getLastModifiedTime(folder).compareTo(old) < 0) {
          PrivateFiles.deleteTree(folder);
        }
      }
    } catch (IOException removedByAnother) {
      System.err.println("Left to the next: " + removedByAnother);
    }
  }

  private static String name(Resource file) {
    return Objects.requireNonNull(file.getFilename());
  }

  private static String key() throws IOException {
    var sum = new CRC32();
    sum.update(BundledPrograms.of(Platform.current()).version().getBytes(UTF_8));
    for (var maker : MAKERS) {
      var file = maker.getName().replace('.', '/') + ".class";
      sum.update(new ClassPathResource(file).getContentAsByteArray());
    }
    var migrations =
        new PathMatchingResourcePatternResolver().getResources(Database.MIGRATIONS + "/*");
    Arrays.sort(migrations, Comparator.comparing(ReadyCluster::name));
    for (var migration : migrations) {
      sum.update(name(migration).getBytes(UTF_8));
      sum.update(migration.getContentAsByteArray());
    }
    return Long.toHexString(sum.getValue()) + "-" + migrations.length;
  }
}
