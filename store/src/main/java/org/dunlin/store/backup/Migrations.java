package org.dunlin.store.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.dunlin.store.Database;
import org.dunlin.store.backup.Head.Migration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The versions of the schema: those that this hub knows, and those that a database has. */
final class Migrations {
  private Migrations() {}

  /** What this hub knows, without asking a database. */
  static List<Migration> known() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources(Database.MIGRATIONS + "/V*__*.sql");
      return Stream.of(files).map(Migrations::migration).sorted(BY_VERSION).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What made the schema of a database; empty when nothing has. */
  static List<Migration> applied(JdbcClient jdbc) {
    if (!new Catalog(jdbc).tableNames().contains(Catalog.HISTORY)) {
      return List.of();
    }
    return jdbc.sql(
            "select version, checksum from "
                + Catalog.HISTORY
                + " where success and version is not null and checksum is not null"
                + " order by installed_rank")
        .query((row, number) -> new Migration(row.getString(1), row.getInt(2)))
        .list();
  }

  /** Brings a database to a version of the schema. */
  static void apply(DataSource database, String version) {
    Flyway.configure()
        .dataSource(database)
        .locations(Database.MIGRATIONS)
        .loggers("slf4j")
        .target(version)
        .load()
        .migrate();
  }

  /** The version of a schema that these migrations made. */
  static String version(List<Migration> migrations) {
    return migrations.stream().max(BY_VERSION).map(Migration::version).orElse("0");
  }

  static boolean isNewer(String version, String than) {
    return MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(than)) > 0;
  }

  private static final Comparator<Migration> BY_VERSION =
      Comparator.comparing(migration -> MigrationVersion.fromVersion(migration.version()));

  private static Migration migration(Resource file) {
    String name = Objects.requireNonNull(file.getFilename(), "a migration is a file");
    String version = name.substring(1, name.indexOf("__")).replace('_', '.');
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
      return new Migration(version, checksum(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Flyway makes it: CRC-32 over the lines without what ends them. */
  private static int checksum(BufferedReader lines) throws IOException {
    CRC32 checksum = new CRC32();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      checksum.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return (int) checksum.getValue();
  }
}
