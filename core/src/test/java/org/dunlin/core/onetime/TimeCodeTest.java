package org.dunlin.core.onetime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeTest {
  /** Of the test values of both documents. */
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  private static final Instant NOW = Instant.ofEpochSecond(1111111109);

  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
  })
  void aStepHasTheCodeThatRfc4226ListsInItsAppendixD(long step, String code) {
    assertThat(TimeCode.of(SECRET, step)).isEqualTo(code);
  }

  /** The last six of the eight digits that stand there. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void aMomentHasTheCodeThatRfc6238ListsInItsAppendixB(long second, String code) {
    Instant moment = Instant.ofEpochSecond(second);
    assertThat(TimeCode.accepted(SECRET, code, moment, -1)).hasValue(second / 30);
  }

  @Test
  void aCodeOfTheStepBeforeOrAfterIsTakenAndNoneFurtherAway() {
    long step = TimeCode.step(NOW);
    for (int aside = -3; aside <= 3; aside++) {
      assertThat(TimeCode.accepted(SECRET, TimeCode.of(SECRET, step + aside), NOW, -1).isPresent())
          .as("%d steps away", aside)
          .isEqualTo(Math.abs(aside) <= 1);
    }
  }

  @Test
  void aStepThatWasAcceptedIsAcceptedNeverAgainAndNoneBeforeIt() {
    long step = TimeCode.step(NOW);
    assertThat(TimeCode.accepted(SECRET, TimeCode.of(SECRET, step), NOW, step)).isEmpty();
    assertThat(TimeCode.accepted(SECRET, TimeCode.of(SECRET, step - 1), NOW, step)).isEmpty();
    assertThat(TimeCode.accepted(SECRET, TimeCode.of(SECRET, step + 1), NOW, step))
        .hasValue(step + 1);
  }

  @Test
  void blanksDoNotCountAndAnythingElseDoes() {
    assertThat(TimeCode.accepted(SECRET, " 081 804 ", NOW, -1)).isPresent();
    for (String said : new String[] {"", "81804", "0818045", "081805", "۰۸۱۸۰۴", "081804x"}) {
      assertThat(TimeCode.accepted(SECRET, said, NOW, -1)).as(said).isEmpty();
    }
  }

  @Test
  void theAddressTellsAnAppAllThatItHasToKnow() {
    assertThat(TimeCode.address("Dunlin", "anna+x@example.com", SECRET))
        .isEqualTo(
            "otpauth://totp/Dunlin:anna%2Bx@example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Dunlin&algorithm=SHA1&digits=6&period=30");
  }

  /** The test values of RFC 4648 section 10, without their padding. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void bytesAreWrittenAsRfc4648Says(String bytes, String text) {
    assertThat(Base32.of(bytes.getBytes(US_ASCII))).isEqualTo(text);
  }
}
