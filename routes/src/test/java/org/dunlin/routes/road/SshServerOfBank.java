package org.dunlin.routes.road;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/** The SFTP server of a bank: Apache MINA SSHD over a folder. */
final class SshServerOfBank implements AutoCloseable {
  static final String USER = "acme";
  static final String PASSWORD = "s3cret of acme";

  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey;

  SshServerOfBank(Path files, KeyPair hostKey, @Nullable PublicKey ofUser) {
    this.hostKey = hostKey;
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setFileSystemFactory(new VirtualFileSystemFactory(files));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setPasswordAuthenticator(
        ofUser == null
            ? (user, password, session) -> user.equals(USER) && password.equals(PASSWORD)
            : null);
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            ofUser != null && user.equals(USER) && KeyUtils.compareKeys(key, ofUser));
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KeyPair newKey() {
    try {
      return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.getPort();
  }

  /** As {@code ssh-keyscan} shows it. */
  String hostKey() {
    return PublicKeyEntry.toString(hostKey.getPublic());
  }

  String fingerprint() {
    return KeyUtils.getFingerPrint(hostKey.getPublic());
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
