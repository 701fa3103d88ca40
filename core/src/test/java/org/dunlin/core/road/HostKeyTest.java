package org.dunlin.core.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Keys of servers, in the forms in which people have them. */
class HostKeyTest {
  private static final byte[] BLOB =
      ("\0\0\0\u000bssh-ed25519\0\0\0 " + "0123456789abcdef0123456789abcdef")
          .getBytes(StandardCharsets.ISO_8859_1);
  private static final String LINE = "ssh-ed25519 " + Base64.getEncoder().encodeToString(BLOB);
  private static final HostKey KEY = HostKey.of(BLOB);

  @Test
  void aKeyOfAKnownHostsFileIsTheOneThatTheServerShows() {
    assertThat(HostKey.all("sftp.bank.example " + LINE + " the bank")).containsExactly(KEY);
    assertThat(HostKey.all(LINE)).containsExactly(KEY);
    assertThat(KEY.type()).isEqualTo("ssh-ed25519");
    assertThat(KEY.shown()).startsWith("ssh-ed25519 SHA256:");
  }

  @Test
  void aFingerprintIsAsGoodAsTheKey() {
    assertThat(HostKey.all(KEY.fingerprint())).singleElement().matches(KEY::is);
  }

  @Test
  void aServerMayHaveSeveralKeysWhileItChangesThem() {
    assertThat(HostKey.all(KEY.fingerprint() + ",\n" + LINE)).hasSize(2).allMatch(KEY::is);
  }

  @Test
  void whatIsNoKeyIsNoneAndTakesTheOthersWithIt() {
    assertThat(HostKey.all("the key of the bank")).isEmpty();
    assertThat(HostKey.all(LINE + "\nssh-rsa " + Base64.getEncoder().encodeToString(BLOB)))
        .isEmpty();
    assertThat(HostKey.all("SHA256:short")).isEmpty();
    assertThat(HostKey.all("")).isEmpty();
  }
}
