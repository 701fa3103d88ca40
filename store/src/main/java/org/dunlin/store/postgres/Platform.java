package org.dunlin.store.postgres;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The system and processor that the hub runs on, as far as it matters to native programs. */
record Platform(Family family, Optional<String> processor, String description) {

  enum Family {
    LINUX,
    MACOS,
    WINDOWS,
    OTHER
  }

  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String name, String architecture) {
    return new Platform(familyOf(name), processorOf(architecture), name + " on " + architecture);
  }

  private static Family familyOf(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("linux")) {
      return Family.LINUX;
    }
    if (lower.startsWith("mac")) {
      return Family.MACOS;
    }
    return lower.startsWith("windows") ? Family.WINDOWS : Family.OTHER;
  }

  private static Optional<String> processorOf(String architecture) {
    return switch (architecture.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> Optional.of("x86_64");
      case "aarch64", "arm64" -> Optional.of("arm_64");
      default -> Optional.empty();
    };
  }

  boolean isLinux() {
    return family == Family.LINUX;
  }

  /**
   * The archive with PostgreSQL's programs, as a resource of the class path.
   *
   * @throws PostgresFailure if there is none for this platform
   */
  String archive() {
    var familyName =
        switch (family) {
          case LINUX -> Optional.of("linux");
          case MACOS -> Optional.of("darwin");
          case WINDOWS -> Optional.of("windows");
          case OTHER -> Optional.<String>empty();
        };
    return familyName
        .flatMap(name -> processor.map(arch -> "postgres-" + name + "-" + arch + ".txz"))
        .orElseThrow(this::unsupported);
  }

  Path program(Path programs, String name) {
    return programs.resolve("bin").resolve(family == Family.WINDOWS ? name + ".exe" : name);
  }

  PostgresFailure unsupported() {
    return new PostgresFailure(
        PostgresFailure.Code.PLATFORM_UNSUPPORTED,
        Path.of(""),
        "Dunlin brings no PostgreSQL for this machine (" + description + ").",
        PostgresFailure.OWN_SERVER);
  }
}
