package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How PostgreSQL's programs are called so that they do not run as root, which they refuse. For an
 * ordinary user that is plainly; for root on Linux it is in a user namespace of their own, where
 * root is nobody, or else as an unprivileged user.
 *
 * @param prefix the words before the program's own
 * @param owner who must own the files; absent: whoever does
 */
record Launcher(List<String> prefix, Optional<Account> owner) {

  private static final Duration TRIAL_LIMIT = Duration.ofSeconds(10);

  static Launcher suitable(Platform platform, DataDirectory directory) throws IOException {
    if (!platform.isLinux() || Account.currentUser() != 0) {
      return new Launcher(List.of(), Optional.empty());
    }
    return forRoot(ways(), directory);
  }

  /** The ways for root to become somebody else, the best first. */
  private static List<Launcher> ways() throws IOException {
    var ways = new ArrayList<Launcher>();
    ways.add(new Launcher(List.of("unshare", "-U"), Optional.of(Account.ROOT)));
    Account.firstOf("dunlin", "postgres", "nobody")
        .ifPresent(account -> ways.addAll(List.of(withSetpriv(account), withSu(account))));
    return ways;
  }

  static Launcher withSetpriv(Account account) {
    return new Launcher(
        List.of(
            "setpriv",
            "--reuid=" + account.user(),
            "--regid=" + account.group(),
            "--clear-groups",
            "--"),
        Optional.of(account));
  }

  static Launcher withSu(Account account) {
    return new Launcher(
        List.of("su", "-s", "/bin/sh", account.name(), "-c", "exec \"$0\" \"$@\"", "--"),
        Optional.of(account));
  }

  static Launcher forRoot(List<Launcher> ways, DataDirectory directory) {
    return ways.stream()
        .filter(way -> way.works(directory))
        .findFirst()
        .orElseThrow(
            () ->
                new PostgresFailure(
                    PostgresFailure.Code.ROOT_REFUSED,
                    directory.root(),
                    "PostgreSQL does not run as root, and neither unshare, setpriv nor su could"
                        + " start it as somebody else.",
                    "Run the hub as an ordinary user. Or: " + PostgresFailure.OWN_SERVER));
  }

  private boolean works(DataDirectory directory) {
    try {
      // A name is needed too: initdb asks for the one of the user it runs as.
      return command(List.of("id", "-un"), directory, "launcher", TRIAL_LIMIT).run().isSuccess();
    } catch (IOException cannot) {
      return false;
    }
  }

  Command command(List<String> words, DataDirectory directory, String name, Duration limit) {
    return new Command(
        Stream.concat(prefix.stream(), words.stream()).toList(),
        directory.home(),
        directory.logs().resolve(name + ".log"),
        limit);
  }

  /** Gives the programs the files that the hub wrote for them. */
  void handOver(Path tree) throws IOException {
    if (owner.isPresent()) {
      owner.get().own(tree);
    }
  }
}
