package org.dunlin.routes.road;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dunlin.core.port.PrivateKeyCheck;

/** Reads private keys by the client that shows them to servers, so that both mean the same. */
public final class ReadKeys implements PrivateKeyCheck {
  @Override
  public Optional<Fault> fault(String privateKey, String passphrase) {
    try {
      byte[] text = PrivateKeyText.whole(privateKey).getBytes(StandardCharsets.UTF_8);
      KeyPair key = KeyPair.load(new JSch(), text, null);
      try {
        return sealed(key, passphrase);
      } finally {
        key.dispose();
      }
    } catch (JSchException | RuntimeException e) { // what is no key breaks off in many ways
      return Optional.of(Fault.NO_KEY);
    }
  }

  private static Optional<Fault> sealed(KeyPair key, String passphrase) {
    if (!key.isEncrypted()) {
      return Optional.empty();
    }
    if (passphrase.isEmpty()) {
      return Optional.of(Fault.NO_PASSPHRASE);
    }
    return key.decrypt(passphrase.getBytes(StandardCharsets.UTF_8))
        ? Optional.empty()
        : Optional.of(Fault.OTHER_PASSPHRASE);
  }
}
