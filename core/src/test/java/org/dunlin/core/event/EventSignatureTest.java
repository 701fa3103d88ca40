package org.dunlin.core.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What programs verify. */
class EventSignatureTest {
  /** The example of the specification (standardwebhooks.com, 1.0.0) and of its libraries. */
  private static final byte[] SECRET =
      Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  @Test
  void itIsThatOfTheSpecification() {
    assertThat(
            EventSignature.of(
                List.of(SECRET),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}".getBytes(UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    assertThat(EventSignature.shown(SECRET)).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }

  @Test
  void twoSecretsGiveTwoSignaturesSeparatedByABlank() {
    String both =
        EventSignature.of(List.of(new byte[] {1}, SECRET), "id", Instant.EPOCH, new byte[0]);

    assertThat(both.split(" ")).hasSize(2).allMatch(each -> each.startsWith("v1,"));
  }

  @Test
  void everyKindHasAWordThatLeadsBackToIt() {
    for (EventKind kind : EventKind.values()) {
      assertThat(EventKind.of(kind.word())).contains(kind);
    }
    assertThat(EventKind.INVOICE_SETTLED.word()).isEqualTo("invoice.settled");
    assertThat(EventKind.noted("ALLOCATED")).contains(EventKind.PAYMENT_MATCHED);
    assertThat(EventKind.noted("RAW_LOOKED")).isEmpty();
  }
}
