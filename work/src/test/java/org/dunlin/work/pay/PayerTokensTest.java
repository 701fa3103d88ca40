package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Ids;
import org.dunlin.work.TestHub;
import org.dunlin.work.pay.PayerTokens.Opened;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody opens what the hub did not give out, letter by letter. */
class PayerTokensTest {
  private static TestHub hub;
  private static PayerTokens tokens;

  @BeforeAll
  static void begin() {
    hub = TestHub.with(DunningMode.LIVE);
    hub.company("beta", DunningMode.LIVE, null);
    tokens = new PayerTokens(hub.stores.signatures());
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @Test
  void whatWasGivenOutOpensWhatItWasGivenOutFor() {
    UUID link = Ids.next();
    String token = tokens.of("acme", link, 7);

    assertThat(tokens.open(token)).contains(new Opened("acme", link, 7));
    assertThat(token).matches("[A-Za-z0-9_-]{40,80}");
    assertThat(tokens.of("acme", link, 7)).as("stable").isEqualTo(token);
  }

  @Test
  void anotherProcessKnowsItToo() {
    UUID link = Ids.next();

    assertThat(new PayerTokens(hub.anotherProcess().signatures()).open(tokens.of("acme", link, 1)))
        .contains(new Opened("acme", link, 1));
  }

  @Test
  void noOtherLetterOpensIt() {
    String token = tokens.of("acme", Ids.next(), 1);
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.";
    for (int i = 0; i < token.length(); i++) {
      for (char letter : letters.toCharArray()) {
        String forged = token.substring(0, i) + letter + token.substring(i + 1);
        if (!forged.equals(token)) {
          assertThat(tokens.open(forged)).as(forged).isEmpty();
        }
      }
      assertThat(tokens.open(token.substring(0, i))).isEmpty();
      assertThat(tokens.open(token.substring(i + 1))).isEmpty();
    }
    assertThat(tokens.open(token + "A")).isEmpty();
    assertThat(tokens.open(token + "=")).isEmpty();
    assertThat(tokens.open(token + token)).isEmpty();
  }

  @Test
  void theSignatureOfOneIsNoneOfAnother() {
    UUID one = Ids.next();
    byte[] first = bytes(tokens.of("acme", one, 1));
    byte[] second = bytes(tokens.of("acme", Ids.next(), 1));
    byte[] generation = bytes(tokens.of("acme", one, 2));
    byte[] company = bytes(tokens.of("beta", one, 1));

    assertThat(tokens.open(joined(first, second))).isEmpty();
    assertThat(tokens.open(joined(first, generation))).isEmpty();
    assertThat(tokens.open(joined(company, first))).isEmpty();
    assertThat(tokens.open(joined(first, company))).isEmpty();
  }

  @Test
  void guessingOpensNothing() {
    Random random = new Random(7);
    byte[] known = bytes(tokens.of("acme", Ids.next(), 1));
    for (int i = 0; i < 20_000; i++) {
      byte[] guess = known.clone();
      byte[] signature = new byte[16];
      random.nextBytes(signature);
      System.arraycopy(signature, 0, guess, guess.length - 16, 16);
      assertThat(tokens.open(text(guess))).isEmpty();
    }
    for (String nonsense :
        new String[] {"", "A", "null", "../..", "%00", "ä", "A".repeat(5000), " ", "\u0000"}) {
      assertThat(tokens.open(nonsense)).as(nonsense).isEmpty();
    }
  }

  @Test
  void ofACompanyThatIsNotThereNothingOpensAndNothingIsGivenOut() {
    byte[] token = bytes(tokens.of("acme", Ids.next(), 1));
    byte[] other = token.clone();
    System.arraycopy("acmf".getBytes(StandardCharsets.UTF_8), 0, other, 21, 4);
    byte[] zero = token.clone();
    zero[21] = 0;

    assertThat(tokens.open(text(other))).isEmpty();
    assertThat(tokens.open(text(zero))).isEmpty();
  }

  @Test
  void noTwoLinksHaveTheSame() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      all.add(tokens.of("acme", Ids.next(), 1));
    }
    assertThat(all).hasSize(1000);
  }

  /** What the first says under the signature of the second. */
  private static String joined(byte[] says, byte[] signed) {
    byte[] both = says.clone();
    System.arraycopy(signed, signed.length - 16, both, both.length - 16, 16);
    return text(both);
  }

  private static byte[] bytes(String token) {
    return Base64.getUrlDecoder().decode(token);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
