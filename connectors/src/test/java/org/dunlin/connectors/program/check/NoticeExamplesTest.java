package org.dunlin.connectors.program.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Sketch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Examples of notices hold, or say what is different. */
class NoticeExamplesTest {
  private static final String FILE = "examples/webhook/paid.json";
  private static final Program PROGRAM =
      Sketch.program(
          """
          capabilities: [read.invoices, webhook]
          base: https://api.example.test/v1
          settings:
            - {name: tenant, label: Tenant, type: text}
          authorisation: {kind: none}
          streams:
            invoices:
              gives: [read.invoices]
              records: .invoices
              key: .id
              fetch: {request: {path: "/invoices/{key}"}, records: "[.invoice]"}
              mapping: invoices.jslt
          webhooks:
            verify: {kind: timestamped, header: X-Sig, secret: "{hook.secret}"}
            event: .event
            wants:
              - {when: .tenant == $settings.tenant, stream: invoices, key: .id}
          """);
  // printf '1795161600.{"event":"e-1","tenant":"t-1","id":"i-1"}' \
  //   | openssl dgst -sha256 -hmac key
  private static final String EXAMPLE =
      """
      {"now": "2026-11-20T08:00:00Z", "settings": {"tenant": "t-1"}, "hook": {"secret": "key"},
       "headers": {"X-Sig": "t=1795161600,v1=0b63ed4c03019cd11df4580d5cb579ecc37828f21f7413aca6c2247d0a2a07d5"},
       "body": "{\\"event\\":\\"e-1\\",\\"tenant\\":\\"t-1\\",\\"id\\":\\"i-1\\"}",
       "event": "e-1", "wants": [{"stream": "invoices", "key": "i-1"}]}
      """;

  @Test
  void aGenuineNoticeLeadsToWhatTheExampleSays() {
    assertThat(difference(EXAMPLE)).isNull();
  }

  @Test
  void whatItWantsBesideThatIsADifference() {
    assertThat(difference(EXAMPLE.replace("\"key\": \"i-1\"", "\"key\": \"i-2\"")))
        .contains("\"i-1\"")
        .contains("\"i-2\"");
    assertThat(difference(EXAMPLE.replace("\"event\": \"e-1\"", "\"event\": \"e-2\"")))
        .startsWith("event is ");
    assertThat(difference(EXAMPLE.replace("{\"tenant\": \"t-1\"}", "{\"tenant\": \"t-2\"}")))
        .startsWith("wants is []");
  }

  @Test
  void aNoticeIsWrongOnlyWhereTheExampleSaysSo() {
    String late = EXAMPLE.replace("T08:00:00Z", "T09:00:00Z");
    assertThat(difference(late)).startsWith("it is refused: ");
    assertThat(difference(late.replace("\"event\": \"e-1\"", "\"wrong\": true"))).isNull();
    assertThat(difference(EXAMPLE.replace("\"event\": \"e-1\"", "\"wrong\": true")))
        .isEqualTo("it is taken for genuine.");
  }

  @Test
  void otherFilesAreNoExamplesOfNotices() {
    Folder folder = new Folder("example", Map.of("examples/invoices/a.json", new byte[0]));
    assertThat(NoticeExamples.tried(folder, PROGRAM)).isEmpty();
  }

  private static @Nullable String difference(String example) {
    Folder folder = new Folder("example", Map.of(FILE, example.getBytes(StandardCharsets.UTF_8)));
    assertThat(NoticeExamples.tried(folder, PROGRAM)).hasSize(1);
    return NoticeExamples.tried(folder, PROGRAM).get(0).difference();
  }
}
