package org.dunlin.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a call tells what happened and holds no secret. */
class TranscriptsTest {
  private static final String ADDRESS = "https://api.example.com/v1/things";

  @Property(tries = 500)
  void noSecretThatIsKnownStandsAnywhereInWhateverFormItWasSent(
      @ForAll @Size(min = 1, max = 4)
          List<@CharRange(from = '!', to = 'ž') @StringLength(min = 4, max = 40) String> secrets,
      @ForAll @StringLength(max = 30) @CharRange(from = ' ', to = '~') String between,
      @ForAll @IntRange(max = 20_000) int before) {
    StringBuilder body = new StringBuilder("x ".repeat(before));
    Map<String, String> headers = new TreeMap<>();
    StringBuilder query = new StringBuilder("page=2");
    for (String form : Variants.of(secrets)) {
      body.append(between).append(form).append('"').append(between);
      headers.put("x-" + headers.size(), form);
    }
    for (String secret : secrets) {
      String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
      query.append("&filter=").append(encoded);
    }
    HttpCall call =
        new HttpCall("POST", URI.create(ADDRESS + "?" + query), headers, bytes(body.toString()));
    HttpReply reply =
        new HttpReply(
            400,
            Map.of("location", List.of(ADDRESS + "?" + query), "x-request-id", secrets),
            bytes(body.toString()));

    Transcript kept = new Transcripts(secrets).of(call, reply, "It failed: " + body);

    String all = kept.toString();
    for (String secret : secrets) {
      assertThat(all).doesNotContain(secret);
    }
  }

  @Property(tries = 300)
  void aSecretFieldIsMaskedWhereverTheTextIsCut(
      @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(min = 12, max = 40) String secret,
      @ForAll @IntRange(max = 120) int cut) {
    String json = "{\"a\": 1, \"client_secret\" : \"" + secret + "\\\"" + secret + "\", \"b\": 2}";

    assertThat(masked(json.substring(0, Math.min(cut, json.length()))))
        .doesNotContain(secret.substring(0, 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\":\"SECRET\"}",
        "{\"data\":{\"Password\" : \"SECRET\", \"x\": 1}}",
        "{\"apiKeys\": [\"SECRET\", \"SECRET\"]}",
        "{\"credentials\": {\"user\": \"SECRET\", \"deep\": {\"a\": \"SECRET\"}}}",
        "{\"inner\": \"{\\\"token\\\":\\\"SECRET\\\"}\"}",
        "<a:Envelope><wsse:Password Type=\"PasswordText\">SECRET</wsse:Password></a:Envelope>",
        "<password><![CDATA[SECRET<a>&SECRET]]></password>",
        "<password>\n <![CDATA[SECRET]]>SECRET<![CDATA[SECRET",
        "{\"key\": \"SECRET\", \"signing_key\": \"SECRET\", \"sharedKey\": \"SECRET\"}",
        "{\"webhook_key\": \"SECRET\", \"hookUrl\": \"https://h.example/SECRET\"}",
        "encryption_key=SECRET&master-key=SECRET&encryptionSalt=SECRET",
        "<login sessionId=\"SECRET\"/>",
        "grant_type=refresh&refresh_token=SECRET&client_secret=SECRET",
        "Authorization: Bearer SECRETSECRET",
        "see https://anna:SECRET@example.com/x",
        "Basic SECRET123456=",
        "eyJhbGciOiJIUzI1NiJ9.SECRETSECRET.SECRETSECRET"
      })
  void whatItsNameOrItsFormSaysToBeASecretIsMaskedAndTheRestIsNot(String text) {
    assertThat(masked("before=1 " + text + " after")).doesNotContain("SECRET").contains("•••");
    assertThat(masked("before=1 " + text)).startsWith("before=1 ");
  }

  @Test
  void whatTellsWhatWentWrongStays() {
    String body =
        "{\"code\": \"E-17\", \"message\": \"No invoice 2026-0042 of NL91ABNA0417164300\","
            + " \"keyword\": \"i-1\", \"total\": 121.00, \"hash\": \"abc\"}";
    assertThat(masked(body)).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://anna:pw@h.example:8443/a/b?page=2&api_key=abcd|https://h.example:8443/a/b?page=2&api_key=•••",
        "https://h.example/a?since=2026-11-20T08:00:00Z|https://h.example/a?since=2026-11-20T08:00:00Z",
        "https://h.example/a?sig=x&key=y&code=z|https://h.example/a?sig=•••&key=•••&code=•••",
        "https://h.example/a?id=0191c6a2-7d4e-7b52-9c3d-5f1e2a3b4c5d|https://h.example/a?id=0191c6a2-7d4e-7b52-9c3d-5f1e2a3b4c5d",
        "https://h.example/a?q=abcdefghijkl0123456789ABCDEFGHIJKL|https://h.example/a?q=•••",
        "https://h.example/hooks/topsecret99|https://h.example/hooks/•••"
      })
  void anAddressHasNoUserAndNoValueThatMayBeASecret(String address, String kept) {
    HttpCall call = new HttpCall("GET", URI.create(address), Map.of(), new byte[0]);
    assertThat(new Transcripts(List.of("topsecret99")).of(call, null, null).address())
        .isEqualTo(kept);
  }

  @Test
  void ofHeadersTheKindOfCredentialsIsLeftAndOfAnswersOnlyWhatTells() {
    HttpCall call =
        new HttpCall(
            "GET",
            URI.create(ADDRESS),
            Map.of("Authorization", "Bearer abc", "Cookie", "a=b", "Accept", "text/xml"),
            new byte[0]);
    HttpReply reply =
        new HttpReply(
            200,
            Map.of(
                "set-cookie", List.of("session=1"),
                "X-RateLimit-Remaining", List.of("17"),
                "x-powered-by", List.of("curiosity"),
                "x-request-id", List.of("r-1")),
            new byte[0]);

    Transcript kept = new Transcripts(List.of()).of(call, reply, null);

    assertThat(kept.asked())
        .containsExactly("accept: text/xml", "authorization: Bearer •••", "cookie: •••");
    assertThat(kept.answered()).containsExactly("x-ratelimit-remaining: 17", "x-request-id: r-1");
  }

  @Test
  void aLongBodyIsCutAndSaysSo() {
    String kept = kept(bytes("é".repeat(100_000)), "application/json");

    assertThat(kept).hasSizeLessThan(Transcripts.LONGEST_BODY + 100);
    assertThat(kept).startsWith("ééé").endsWith("… [cut; 200000 bytes in all]");
  }

  @Test
  void whatIsNoTextIsOnlyCounted() {
    assertThat(kept(new byte[] {0x25, 0x50, 0, 1, (byte) 0xff}, "application/pdf"))
        .isEqualTo("[5 bytes of application/pdf]");
    assertThat(kept("J\u00e4nsen".getBytes(StandardCharsets.ISO_8859_1), "text/xml"))
        .isEqualTo("J\u00e4nsen");
  }

  private static String kept(byte[] body, String type) {
    HttpReply reply = new HttpReply(200, Map.of("content-type", List.of(type)), body);
    HttpCall call = new HttpCall("GET", URI.create(ADDRESS), Map.of(), new byte[0]);
    return String.valueOf(new Transcripts(List.of()).of(call, reply, null).reply());
  }

  private static String masked(String text) {
    return new Masks(List.of()).text(text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
