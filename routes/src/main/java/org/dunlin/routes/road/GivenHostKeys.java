package org.dunlin.routes.road;

import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.road.HostKey;
import org.jspecify.annotations.Nullable;

/**
 * Knows a server by the keys that an admin gave and by no other, and remembers the one that it
 * showed.
 */
final class GivenHostKeys implements HostKeyRepository {
  private static final com.jcraft.jsch.HostKey[] NONE = {};

  private final String server;
  private final List<HostKey> given;
  private volatile @Nullable HostKey shown;

  /**
   * @param server host and port, for sentences
   */
  GivenHostKeys(String server, List<HostKey> given) {
    this.server = server;
    this.given = given;
  }

  @Override
  public int check(String host, byte[] key) {
    HostKey offered = HostKey.of(key);
    shown = offered;
    return given.stream().anyMatch(offered::is) ? OK : NOT_INCLUDED;
  }

  /** Why the server is refused; empty while it has shown no key, or one that was given. */
  Optional<String> refusal() {
    HostKey offered = shown;
    if (offered == null || given.stream().anyMatch(offered::is)) {
      return Optional.empty();
    }
    return Optional.of(
        "The server "
            + server
            + " shows the host key "
            + offered.shown()
            + ", and "
            + given.stream().map(HostKey::shown).collect(Collectors.joining(" or "))
            + " is expected. Nothing was sent to it. Ask whoever keeps the server whether its key"
            + " has changed; if it has, enter the new one as host key.");
  }

  /** The key that it showed last. */
  Optional<HostKey> shown() {
    return Optional.ofNullable(shown);
  }

  /**
   * What to ask the server for, so that it shows a key of the kind that was given and not another
   * that it has, too; empty where only a fingerprint is known. RSA signs by RFC 8332.
   */
  Optional<String> algorithms() {
    if (given.stream().anyMatch(key -> key.type() == null)) {
      return Optional.empty();
    }
    return Optional.of(
        given.stream()
            .flatMap(
                key ->
                    "ssh-rsa".equals(key.type())
                        ? Stream.of("rsa-sha2-512", "rsa-sha2-256")
                        : Stream.of(String.valueOf(key.type())))
            .distinct()
            .collect(Collectors.joining(",")));
  }

  @Override
  public void add(com.jcraft.jsch.HostKey key, UserInfo user) {
    // what an admin did not give is never learned
  }

  @Override
  public void remove(String host, String type) {
    // what an admin gave stays
  }

  @Override
  public void remove(String host, String type, byte[] key) {
    // what an admin gave stays
  }

  @Override
  public String getKnownHostsRepositoryID() {
    return "settings of the connection";
  }

  @Override
  public com.jcraft.jsch.HostKey[] getHostKey() {
    return NONE;
  }

  @Override
  public com.jcraft.jsch.HostKey[] getHostKey(String host, String type) {
    return NONE;
  }
}
