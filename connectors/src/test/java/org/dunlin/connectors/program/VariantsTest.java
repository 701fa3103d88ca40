package org.dunlin.connectors.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dunlin.connectors.program.ProgramLoader.Loaded;
import org.junit.jupiter.api.Test;

/** Manifests that differ by a choice, and pieces of them that are used several times. */
class VariantsTest {
  private static final String MANIFEST =
      """
      program: example
      name: Example
      capabilities: [read.customers]
      base: https://api.example.com
      settings:
        - {name: protocol, label: Protocol, type: choice, choices: [new, old], default: new}
      authorisation: {kind: none}
      shapes:
        read:
          by: protocol
          new: {path: "/new/{with.model}/{with.query}", query: {page: "{page.number}"}}
          old: {shape: call, with: {model: "{with.model}", positional: [], named: "{with.query}"}}
        call:
          path: /rpc
          body: {model: "{with.model}", args: ["{with.positional}", "{with.named}"], page: "{page.number}"}
      streams:
        customers:
          gives: [read.customers]
          every: {by: protocol, new: PT1H, old: P1D}
          request: {shape: read, with: {model: partner, query: all}}
          records: .
          key: .id
          paging: {kind: page, size: 10}
          mapping: customers.jslt
      """;

  @Test
  void theChoiceOfASettingMakesTheProgramOfAConnection() {
    Program program = ((Loaded.Sound) load(MANIFEST)).program();

    assertThat(address(program)).isEqualTo("https://api.example.com/new/partner/all");
    assertThat(program.of(Map.of())).isSameAs(program);
    Program old = program.of(Map.of("protocol", "old"));
    assertThat(address(old)).isEqualTo("https://api.example.com/rpc");
    assertThat(old.manifest().streams().get(0).every()).hasDays(1);
    assertThat(
            new String(
                old.call(request(old), Facts.NONE.with("page.number", Value.of(2))).body(),
                StandardCharsets.UTF_8))
        .isEqualTo("{\"model\":\"partner\",\"args\":[[],\"all\"],\"page\":2}");
    assertThat(program.all()).hasSize(2);
  }

  @Test
  void aFaultInOneBranchIsFound() {
    assertThat(faults(MANIFEST.replace("old: P1D", "old: never")))
        .contains(
            "streams.customers.every: a duration such as PT15M or P1D is expected, not never.");
    assertThat(faults(MANIFEST.replace(", old: P1D", "")))
        .contains("streams.customers.every: a stream with a request says every");
  }

  @Test
  void shapesThatAreNotThereOrAreNotGivenWhatTheyNeedAreFaults() {
    assertThat(faults(MANIFEST.replace("shape: call", "shape: cal")))
        .contains("there is no shape cal.");
    assertThat(faults(MANIFEST.replace("positional: [], ", "")))
        .contains("the shape is not given positional with it.");
  }

  @Test
  void shapesThatMeanThemselvesOrGrowWithoutEndAreFaults() {
    String circle = "shapes:\n  a: {shape: b}\n  b: {shape: a}\nname: {shape: a}\n";
    StringBuilder growing = new StringBuilder("shapes:\n  s0: [x, x]\n");
    for (int level = 0; level < 40; level++) {
      growing.append("  s%d: [{shape: s%d}, {shape: s%d}]\n".formatted(level + 1, level, level));
    }
    growing.append("name: {shape: s40}\n");

    assertThat(faults(circle)).contains("or a shape means itself");
    assertThat(faults(growing.toString())).contains("too large or too deep");
  }

  private static String address(Program program) {
    Facts facts = Facts.NONE.with("page.number", Value.of(1));
    return program.call(request(program), facts).address().toString().replaceFirst("\\?.*", "");
  }

  private static RequestTemplate request(Program program) {
    RequestTemplate request = program.manifest().streams().get(0).request();
    if (request == null) {
      throw new AssertionError("the stream has a request");
    }
    return request;
  }

  private static String faults(String manifest) {
    return ((Loaded.Faulty) load(manifest)).faults().toString();
  }

  private static Loaded load(String manifest) {
    return ProgramLoader.load(
        new Folder(
            "example",
            Map.of(
                "program.yaml", manifest.getBytes(StandardCharsets.UTF_8),
                "customers.jslt", "null".getBytes(StandardCharsets.UTF_8))));
  }
}
