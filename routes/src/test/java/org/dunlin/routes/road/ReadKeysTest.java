package org.dunlin.routes.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.dunlin.core.port.PrivateKeyCheck.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a private key can be used is known before a server is asked. */
class ReadKeysTest {
  private static final KeyPair KEY = SshServerOfBank.newKey();

  private final ReadKeys keys = new ReadKeys();

  @Test
  void aKeyOfOneLineIsAsGoodAsOneOfMany() throws Exception {
    String text = written(null);

    assertThat(keys.fault(text, "")).isEmpty();
    assertThat(keys.fault(text.replace("\n", " "), "")).isEmpty();
  }

  @Test
  void aSealedKeyNeedsItsPassphrase() throws Exception {
    String text = written("of the key");

    assertThat(keys.fault(text, "of the key")).isEmpty();
    assertThat(keys.fault(text, "")).contains(Fault.NO_PASSPHRASE);
    assertThat(keys.fault(text, "of another")).contains(Fault.OTHER_PASSPHRASE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no key at all",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA a@b",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r\n-----END OPENSSH PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----"
      })
  void whatIsNoPrivateKeyIsSaidToBeNone(String text) {
    assertThat(keys.fault(text, "")).contains(Fault.NO_KEY);
  }

  private static String written(@Nullable String passphrase) throws Exception {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    OpenSSHKeyEncryptionContext sealed = null;
    if (passphrase != null) {
      sealed = new OpenSSHKeyEncryptionContext();
      sealed.setPassword(passphrase);
      sealed.setCipherType("256");
    }
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(KEY, "", sealed, text);
    return text.toString(UTF_8);
  }
}
