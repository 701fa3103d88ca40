package org.dunlin.connectors.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.program.ProgramLoader.Loaded;
import org.dunlin.connectors.yaml.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestFaultTest {
  private static final Folder SOUND = FolderOnDisk.example();

  @Test
  void aSoundFolderIsLoaded() {
    assertThat(faults(SOUND)).isEmpty();
  }

  @Test
  void whatOnlyATextMayHaveNoWriteBackHas() {
    String manifest =
        """
        program: sms
        name: Texts
        capabilities: [send.text]
        base: https://api.example.com
        authorisation: {kind: none}
        effects:
          text:
            capability: send.text
            kind: BLIND
            request: {method: POST, path: /messages, body: {to: "{text.to}"}}
            confirms: .id
            report: {request: {path: "/messages/{sent.id}"}, delivered: .ok, failed: .why}
            probe: {path: /balance}
        """;
    String note = manifest.replace("text:", "note:").replace("send.text", "push.note");

    assertThat(faults(sms(manifest))).isEmpty();
    assertThat(faults(sms(note)).toString())
        .contains("only a text may be BLIND", "only the effect text has it");
    assertThat(faults(sms(manifest.replace("    confirms: .id\n", ""))).toString())
        .contains("a report asks by the id that confirms gives");
    assertThat(
            faults(sms(manifest.replace("capability: send.text", "capability: push.note")))
                .toString())
        .contains("the effect text is the capability send.text");
    assertThat(faults(sms(manifest.replace("{sent.id}", "{sent.it}"))).toString())
        .contains("sent.it");
  }

  private static Folder sms(String manifest) {
    return new Folder("sms", Map.of("program.yaml", manifest.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          program: example ~ program: other ~ the program is called as its folder, example
          name: Example Books ~ nam: Example Books ~ nam is not known here; known are program, name
          name: Example Books ~ ~ The manifest: name is missing.
          read.allocations, read.documents ~ read.allocations ~ read.documents is there and not declared
          push.note, webhook] ~ push.note, webhook, push.status] ~ push.status is declared, and no effect is it.
          read.customers, read.invoices, ~ read.customers, read.credit_notes, read.invoices, ~ read.credit_notes is declared, and no stream gives it.
          push.payment, push.note, webhook ~ push.payment, push.note ~ webhook is there and not declared
          push.payment, push.note, webhook ~ push.payment, push.note, read.totals, webhook ~ read.totals is declared, and there is no section totals.
          push.payment, push.note, webhook ~ push.everything ~ one of read.customers, read.invoices
          "https://api.example.com ~ "http://api.example.com ~ base: an address begins with https://
          v1/{settings.administration} ~ v1/{settings.nobody} ~ there is no setting nobody; the settings are administration, apiKey
          v1/{settings.administration} ~ v1/{settings.apiKey} ~ apiKey is a secret, which may stand in headers and bodies and not in an address
          v1/{settings.administration} ~ v1/ ~ base ends without /
          v1/{settings.administration} ~ v1/{settings ~ a brace must be part of a placeholder
          type: text, example ~ type: texts, example ~ one of text, secret, url, number, flag, choice is expected, not texts
          pattern: "[0-9]+" ~ pattern: "[0-9+" ~ this is no regular expression
          pattern: "[0-9]+" ~ choices: [a, b] ~ a setting of the type choice has choices
          pattern: "[0-9]+" ~ default: "x" ~ ``
          name: apiKey, label ~ name: account, label ~ two settings are called account
          {kind: bearer, token ~ {kind: carrier, token ~ authorisation.kind: one of none, bearer, basic
          token: "{settings.apiKey}" ~ tokens: "{settings.apiKey}" ~ authorisation: token is missing
          requests: 60, per: PT1M ~ requests: 60 ~ limits.0: per is missing
          requests: 60, per: PT1M ~ requests: 60, per: 1m ~ limits.0.per: a duration such as PT15M or P1D is expected, not 1m
          keep: 500 ~ keep: 5000 ~ fewer requests are kept back
          zone: UTC ~ zone: Mars ~ a time zone such as Europe/Amsterdam is expected, not Mars
          name: at once ~ name: day ~ two limits are called day
          until: limit day ~ until: limit week ~ there is no limit week
          then: refuse, say ~ then: panic, say ~ one of ok, retry, wait
          say: .message ~ say: ".message +" ~ The expression ends too early
          say: .message ~ say: ".a + .b" ~ binary floating point
          every: PT1H ~ ~ a stream with a request says every
          query: {updated_since: "{cursor|rfc3339}", ~ query: { ~ the stream has a cursor, and {cursor} is not in its request
          {cursor|rfc3339} ~ {cursor|rfc9999} ~ the filter rfc9999 is not known; the filters are rfc3339
          page: "{page.number}", ~ ~ each page would be the first, since {page.number} is not in the request
          version: .updated_at ~ ~ the cursor is the highest version, and the stream has none
          cursor: {overlap: PT5M} ~ ~ {cursor} is in the request, and the stream has no cursor
          cursor: {overlap: PT5M} ~ cursor: {value: .a, reply: .b} ~ a cursor is one of value, reply and started
          path: /customers ~ path: customers ~ a path begins with /
          path: /customers ~ address: http://example.com/ ~ an address begins with https://
          path: /customers ~ address: "https://{company.id}/" ~ an address begins with https:// and a host
          path: /customers ~ address: "https://api.{company.id}.example/" ~ an address begins with https:// and a host
          path: /customers ~ address: "https://{settings.administration}.example.com/" ~ ``
          path: "/invoices/{key}/payments" ~ address: "{lookup.revision}" ~ only that of a document with hosts may be what an answer said
          path: "/invoices/{key}/payments" ~ address: "https://{lookup.revision}/" ~ only that of a document with hosts may be what an answer said
          type: secret} ~ type: secret, books: true} ~ a secret is renewed and does not name the books
          mapping: customers.jslt ~ mapping: kunden.jslt ~ the folder has no file kunden.jslt
          mapping: customers.jslt ~ ~ gives and mapping come together
          path: "/invoices/{key}"} ~ path: "/invoices"} ~ a fetch asks for {key}
          path: "/invoices/{key}"} ~ path: "/invoices/{keys}"} ~ {keys} is not known here; known are {settings.NAME}
          path: "/invoices/{key}"} ~ path: "/invoices/{key}/{token}"} ~ {token} is not known here
          stream: payments, key ~ stream: nobody, key ~ there is no stream nobody
          stream: invoices, key ~ stream: customers, key ~ the stream customers has no fetch
          kind: page, first: 1, size: 100 ~ kind: page, first: 1 ~ streams.customers.paging: size is missing
          kind: page, first: 1, size: 100 ~ kind: pages, first: 1, size: 100 ~ one of none, page, offset
          kind: page, first: 1, size: 100 ~ kind: page, first: 1, size: 0 ~ a whole number of at least 1 is expected, not 0
          encoding: base64, ~ encoding: base65, ~ one of base64, hex, hex-upper
          header: X-Signature, ~ ~ a signature is in a header, or in the body
          stream: invoices, key: .resourceId} ~ `stream: invoices, key: .resourceId}\n  subscribe: {request: {path: /hooks}, id: .id, secret: .key, lookup: {request: {path: /hooks}, records: ., url: .url, id: .id}}` ~ is removed before another is made: remove says how.
          stream: invoices, key: .resourceId} ~ `stream: invoices, key: .resourceId}\n  subscribe: {request: {path: /hooks}, id: .id, each: [a, b], lookup: {request: {path: /hooks}, records: ., url: .url, id: .id}}` ~ each is there where there is one subscription for each
          stream: invoices, key: .resourceId} ~ `stream: invoices, key: .resourceId}\n  subscribe: {request: {path: /hooks}, id: .id, lookup: {request: {path: /hooks}, records: ., url: .url}}` ~ webhooks.subscribe.lookup: id is missing
          needs: [account] ~ needs: [bank] ~ there is no setting bank
          found: 'let ~ unfound: 'let ~ unfound is not known here; known are request, found, gives
          kind: LOOKUP ~ kind: KEYED ~ ``
          headers: {Idempotency-Key: "{effect.id}"} ~ ~ a KEYED effect sends {effect.id} along
          capability: push.note ~ capability: push.payment ~ the effect note is the capability push.note
          {lookup.revision} ~ {lookup.version} ~ {lookup.version} is not known here
          say: Amounts of a million and more are booked by hand. ~ ~ when and say come together
          bodyFrom: payment.jslt ~ `bodyFrom: payment.jslt\n      form: {a: b}` ~ a request has one of body, form, bodyFrom and formFrom
          "{note.text}" ~ "{words.text}" ~ {words.text} is not known here
          """)
  void whatIsWrongIsSaidWithItsPlace(String text, String other, String sentence) {
    String replacement = other == null ? "" : other.replace("\\n", "\n");
    Folder folder = FolderOnDisk.changed(SOUND, "program.yaml", text, replacement);

    if (sentence.isBlank()) {
      assertThat(faults(folder)).isEmpty();
    } else {
      assertThat(faults(folder))
          .anySatisfy(
              fault -> {
                assertThat(fault.sentence()).contains(sentence);
                assertThat(fault.file()).isEqualTo("program.yaml");
                assertThat(fault.line()).isPositive();
              });
    }
  }

  @Test
  void aShapeThatMeansItselfIsRefusedBeforeItIsLarge() {
    String grows = "{with.t}".repeat(1000);
    Folder folder =
        FolderOnDisk.changed(
            SOUND,
            "program.yaml",
            "name: Example Books",
            "name: {shape: grows, with: {t: x}}\nshapes: {grows: {shape: grows, with: {t: \""
                + grows
                + "\"}}}");

    assertThat(faults(folder))
        .extracting(Fault::sentence)
        .anySatisfy(sentence -> assertThat(sentence).contains("more than 100000 characters"));
  }

  @Test
  void theLineIsThatOfTheFault() {
    Folder folder =
        FolderOnDisk.changed(
            FolderOnDisk.changed(SOUND, "program.yaml", "every: PT15M", "every: often"),
            "program.yaml",
            "requests: 60, per: PT1M",
            "requests: many, per: PT1M");

    assertThat(faults(folder))
        .extracting(Fault::toString)
        .containsExactly(
            "program.yaml, line "
                + line("requests: 60")
                + ": limits.0.requests: a whole number is expected, not many.",
            "program.yaml, line "
                + line("every: PT15M")
                + ": streams.invoices.every: a duration such as PT15M or P1D is expected, not"
                + " often.");
  }

  @Test
  void faultsOfMappingsHaveTheFileAndTheLine() {
    Folder folder =
        FolderOnDisk.changed(
            FolderOnDisk.changed(SOUND, "invoices.jslt", "minus(.total, .paid)", ".total - .paid"),
            "payments.jslt",
            "money(.amount)",
            "monney(.amount)");

    assertThat(faults(folder))
        .extracting(fault -> fault.file() + " " + fault.line())
        .containsExactly("invoices.jslt 1", "payments.jslt 8");
  }

  @Test
  void aMappingThatNothingNamesIsAFault() {
    assertThat(faults(FolderOnDisk.with(SOUND, "spare.jslt", "null")))
        .extracting(Fault::toString)
        .containsExactly("spare.jslt: No stream and no effect of program.yaml names this file.");
  }

  @Test
  void whatIsNoManifestAtAllIsRefusedInOneSentence() {
    assertThat(faults(new Folder("empty", Map.of()))).hasSize(1);
    assertThat(sentence("a: [1")).startsWith("This is not YAML: ");
    assertThat(sentence("- a\n- b")).startsWith("A manifest begins with names and values");
    assertThat(sentence("a: &x {b: c}\nd: *x\ne: *x")).startsWith("This YAML is not taken");
    assertThat(sentence("a: {".repeat(200))).isNotEmpty();
    assertThat(faults(new Folder("example", Map.of("program.yaml", new byte[] {(byte) 0xff}))))
        .extracting(Fault::sentence)
        .containsExactly("The file is not UTF-8; save it in that encoding.");
    assertThat(faults(new Folder("example", Map.of("program.yaml", new byte[1 << 20]))))
        .extracting(Fault::sentence)
        .containsExactly("A manifest has at most 512 KB; this one is larger.");
  }

  @Test
  void aNameThatStandsTwiceIsRefused() {
    Folder folder =
        FolderOnDisk.changed(SOUND, "program.yaml", "name: Example Books", "name: A\nname: B");

    assertThat(faults(folder))
        .extracting(Fault::toString)
        .contains("program.yaml, line 4: name stands here twice; keep one.");
  }

  private static String sentence(String yaml) {
    return faults(
            new Folder("example", Map.of("program.yaml", yaml.getBytes(StandardCharsets.UTF_8))))
        .get(0)
        .sentence();
  }

  private static int line(String text) {
    String yaml = new String(SOUND.files().get("program.yaml"), StandardCharsets.UTF_8);
    return (int) yaml.substring(0, yaml.indexOf(text)).lines().count();
  }

  static List<Fault> faults(Folder folder) {
    return switch (ProgramLoader.load(folder)) {
      case Loaded.Sound sound -> List.of();
      case Loaded.Faulty faulty -> faulty.faults();
    };
  }
}
