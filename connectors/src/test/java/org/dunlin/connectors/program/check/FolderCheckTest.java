package org.dunlin.connectors.program.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.yaml.Fault;
import org.junit.jupiter.api.Test;

/** A folder held against its contract: what is declared and not true does not hold. */
class FolderCheckTest {
  private static final String MANIFEST =
      """
      program: shop
      name: Shop
      capabilities: [read.customers]
      base: https://shop.example
      settings: [{name: key, label: Key, type: secret, required: true}]
      authorisation: {kind: bearer, token: "{settings.key}"}
      ERRORS
      streams:
        customers:
          gives: [read.customers]
          every: PT1H
          request: {path: /customers}
          records: RECORDS
          key: .id
          paging: {kind: none}
          mapping: customers.jslt
      """;
  private static final String MAPPING = "{\"type\": \"customer\", \"id\": .id, \"name\": .name}";
  private static final String REPLY = "{\"customers\": [{\"id\": \"7\", \"name\": \"Jansen\"}]}";
  private static final String EXPECTED = "{\"type\":\"customer\",\"id\":\"7\",\"name\":\"Jansen\"}";

  private final Map<String, byte[]> files = new TreeMap<>();

  @Test
  void whatExamplesShowHolds() {
    manifest("", ".customers");
    example(EXPECTED);

    FolderChecked checked = checked();

    assertThat(checked.holds()).as(checked.toString()).isTrue();
    assertThat(checked.capabilities())
        .extracting(Held::by)
        .containsExactly("stream customers, 1 example");
  }

  @Test
  void whatNothingShowsDoesNotHold() {
    manifest("", ".customers");
    FolderChecked checked = checked();

    assertThat(checked.holds()).isFalse();
    assertThat(checked.capabilities())
        .extracting(Held::by)
        .containsExactly("no example of stream customers brings one.");
  }

  @Test
  void anExampleThatIsNotWhatTheFolderSaysIsNamedWithBoth() {
    manifest("", ".customers");
    example("{\"type\":\"customer\",\"id\":\"7\",\"name\":\"Janssen\"}");
    FolderChecked checked = checked();

    assertThat(checked.holds()).isFalse();
    assertThat(checked.examples())
        .extracting(ExampleOutcome::difference)
        .allSatisfy(difference -> assertThat(difference).contains("Jansen", "Janssen"));
  }

  @Test
  void countedPagesWithACursorInNoSaidOrderAreWarnedOf() {
    paged("paging: {kind: page, first: 1, size: 100}", "cursor: {value: .at}");
    assertThat(checked().holds()).isTrue();
    assertThat(checked().warnings())
        .singleElement()
        .asString()
        .startsWith("stream customers has counted pages")
        .contains("order: ascending");

    paged("paging: {kind: page, first: 1, size: 100}", "cursor: {value: .at, order: ascending}");
    assertThat(checked().warnings()).isEmpty();
    paged("paging: {kind: link, next: .next}", "cursor: {value: .at}");
    assertThat(checked().warnings()).isEmpty();
  }

  @Test
  void aSettingThatLeadsToOtherBooksAndMayBeChangedIsWarnedOf() {
    administration("");
    assertThat(checked().holds()).isTrue();
    assertThat(checked().warnings())
        .singleElement()
        .asString()
        .startsWith("setting administration stands in the address")
        .contains("books: true");

    administration(", books: true");
    assertThat(checked().warnings()).isEmpty();
  }

  private void administration(String books) {
    manifest("", ".customers");
    example(EXPECTED);
    String whole = new String(files.get("program.yaml"), StandardCharsets.UTF_8);
    put(
        "program.yaml",
        whole
            .replace(
                "settings: [",
                "settings: [{name: administration, label: Books, type: text, required: true"
                    + books
                    + "}, ")
            .replace("path: /customers", "path: \"/{settings.administration}/customers\""));
  }

  private void paged(String paging, String cursor) {
    manifest("", ".customers");
    String whole = new String(files.get("program.yaml"), StandardCharsets.UTF_8);
    put(
        "program.yaml",
        whole
            .replace("paging: {kind: none}", paging + "\n    " + cursor)
            .replace(
                "{path: /customers}",
                "{path: /customers, query: {since: \"{cursor}\", page: \"{page.number}\"}}"));
    put(
        "examples/customers/one.json",
        "{\"customers\": [{\"id\": \"7\", \"name\": \"Jansen\", \"at\":"
            + " \"2026-11-20T08:00:00Z\"}]}");
    put("examples/customers/one.expected.jsonl", EXPECTED);
  }

  @Test
  void aFolderWithFaultsIsToldFileAndLine() {
    put("program.yaml", "program: shop\nnmae: Shop\n");
    assertThat(checked().faults()).extracting(Fault::file).contains("program.yaml");
    assertThat(checked().holds()).isFalse();
  }

  @Test
  void aListThatAnythingHasWouldTakeAnErrorForAnEmptyPage() {
    manifest("", "'if (.customers) .customers else []'");
    example(EXPECTED);

    assertThat(checked().trials())
        .filteredOn(trial -> !trial.holds())
        .extracting(Trial::what)
        .containsExactly("answers an object without the list");
  }

  @Test
  void anErrorTableThatGivesUpWhereOneMayGoOnLaterDoesNotHold() {
    manifest("errors: [{status: 429, then: refuse}, {status: 500, then: ok}]", ".customers");
    example(EXPECTED);

    assertThat(checked().trials())
        .filteredOn(trial -> !trial.holds())
        .extracting(Trial::what)
        .containsExactly("answers 429", "answers 500", "answers 429 with Retry-After");
    assertThat(checked().holds()).isFalse();
  }

  private void manifest(String errors, String records) {
    put("program.yaml", MANIFEST.replace("ERRORS", errors).replace("RECORDS", records));
    put("customers.jslt", MAPPING);
  }

  private void example(String expected) {
    put("examples/customers/one.json", REPLY);
    put("examples/customers/one.expected.jsonl", expected + "\n");
  }

  private void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private FolderChecked checked() {
    return FolderCheck.of(new Folder("shop", files));
  }
}
