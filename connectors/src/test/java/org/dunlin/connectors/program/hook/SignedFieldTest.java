package org.dunlin.connectors.program.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dunlin.connectors.program.Encoding;
import org.dunlin.connectors.program.signature.Hmac;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of one field, as they came. */
class SignedFieldTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"Content\":{\"a\":1},\"HashCode\":\"x\"} | {\"a\":1}",
        "{\"HashCode\":\"x\", \"Content\" : { \"a\" : \"Mü\\u00fc\" } } | { \"a\" : \"Mü\\u00fc\" }",
        "{\"Content\":[1, 2 ,3]} | [1, 2 ,3]",
        "{\"Content\":\"te\\\"xt\",\"b\":1} | \"te\\\"xt\"",
        "{\"Content\":1.50,\"b\":1} | 1.50",
        "{\"Content\":1.50 } | 1.50",
        "{\"b\":{\"Content\":1},\"Content\":null} | null",
        "{\"Content\":true} | true"
      })
  void itIsTheExactBytesOfTheValue(String body, String value) {
    assertThat(of(body)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"b\":{\"Content\":1}}",
        "{\"Content\":1",
        "{\"Content\":{\"a\":1},\"Content\":{\"a\":2}}",
        "{\"Content\":{\"a\":1,\"a\":2}}",
        "no json"
      })
  void aBodyThatDoesNotHaveItOnceHasNone(String body) {
    assertThat(of(body)).isEmpty();
  }

  @Test
  void itsSignatureIsTheOneThatOpensslMakes() {
    String body = "{\"Content\":{ \"Topic\" : \"Müller\", \"Key\":\"k\" },\"HashCode\":\"…\"}";
    byte[] field = SignedField.of(body.getBytes(StandardCharsets.UTF_8), "Content").orElseThrow();
    assertThat(Hmac.written(Encoding.HEX_UPPER, "own-secret-ü", field))
        .isEqualTo("4DE7370B39B5B6C42ADF8ECB601A4486CF4CC849C0FF19ED020E11C974C5C03F");
  }

  private static Optional<String> of(String body) {
    return SignedField.of(body.getBytes(StandardCharsets.UTF_8), "Content")
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
