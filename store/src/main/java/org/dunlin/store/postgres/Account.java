package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A user of a Linux system, by its line in /etc/passwd. */
record Account(String name, int user, int group) {

  private static final Path PASSWD = Path.of("/etc/passwd");

  static final Account ROOT = new Account("root", 0, 0);

  /** The effective user of this process: the second number of the line "Uid:". */
  static int currentUser() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("Uid:"))
          .map(line -> Integer.parseInt(line.split("\\s+", -1)[2]))
          .findFirst()
          .orElseThrow(() -> new IOException("The system does not say who this process is"));
    }
  }

  static int owner(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /** The first of the named accounts that exists and is not root. */
  static Optional<Account> firstOf(String... names) throws IOException {
    var accounts = Files.readAllLines(PASSWD).stream().map(line -> line.split(":", -1)).toList();
    return Arrays.stream(names).flatMap(name -> named(name, accounts).stream()).findFirst();
  }

  private static Optional<Account> named(String name, List<String[]> accounts) {
    return accounts.stream()
        .filter(fields -> fields.length > 3 && fields[0].equals(name))
        .map(f -> new Account(name, Integer.parseInt(f[2]), Integer.parseInt(f[3])))
        .filter(account -> account.user() != 0)
        .findFirst();
  }

  /** Makes it the owner of a folder and everything in it. */
  void own(Path tree) throws IOException {
    try (var entries = Files.newDirectoryStream(tree)) {
      for (var entry : entries) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          own(entry);
        } else {
          ownOne(entry);
        }
      }
    }
    ownOne(tree);
  }

  private void ownOne(Path path) throws IOException {
    try {
      if (owner(path) != user) {
        Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
      }
    } catch (NoSuchFileException removed) {
      // By a server that still runs; what is gone needs no owner.
    }
  }
}
