package org.dunlin.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dunlin.connectors.yaml.Fault;
import org.junit.jupiter.api.Test;

class DescriptionFaultTest {
  @Test
  void aSoundDescriptionHasNone() {
    assertThat(faults(Reading.BANK.description())).isEmpty();
  }

  @Test
  void whatIsNotKnownIsSaidWithItsLine() {
    assertThat(faults(Reading.BANK.description().replace("  amount: Amount", "  amont: Amount")))
        .anySatisfy(
            fault -> {
              assertThat(fault.file()).isEqualTo("test.yaml");
              assertThat(fault.line()).isEqualTo(10);
              assertThat(fault.sentence())
                  .startsWith("columns: amont is not known here; known are");
            });
  }

  @Test
  void aWrongValueIsSaidWithWhatIsExpected() {
    expect("kind: statement", "kind: list", "one of statement, invoices, customers", 3);
    expect("dates: yyyy-MM-dd", "dates: day", "a pattern of yyyy or yy", 17);
    expect("decimal: \".\"", "decimal: point", "one character before the decimals", 18);
    expect("title: Test bank\n", "", "title is missing", 1);
  }

  @Test
  void aQuestionThatIsLeftOpenIsNoAnswer() {
    expect(
        "currency: EUR}", "currency: \"?\"}", "constants.currency: this is still a question", 16);
  }

  @Test
  void datesThatContradictEachOtherAreRefused() {
    expect(
        "dates: yyyy-MM-dd", "dates: [dd/MM/yyyy, MM/dd/yyyy]", "one text would be two days", 17);
    expect("dates: yyyy-MM-dd", "dates: [yyyy-MM]", "does not say year, month and day", 17);
  }

  @Test
  void whatBelongsTogetherIsAskedFor() {
    expect("  amount: Amount\n", "  debit: Out\n", "both debit and credit", 5);
    expect(
        "  amount: Amount\n", "  amount: Amount\n  mark: Mark\n", "mark and marks: go together", 5);
    expect("  bookingDate: Date\n", "", "bookingDate is missing", 5);
    expect("  amount: Amount\n", "  amount: Amount\n  number: No\n", "has no such column", 11);
    expect("decimal: \".\", group: \",\"", "decimal: \",\", group: \",\"", "not both", 18);
    expect("delimiter: \";\"", "delimiter: '\"'", "not the same character", 4);
    expect("  amount: Amount\n", "  amount: 3\n", "only for files without header", 10);
    expect("  amount: Amount\n", "  amount: \"*\"\n", "any column would have", 10);
  }

  @Test
  void whatNobodyKnowsCannotBeExtended() {
    expect(
        "kind: statement", "extends: nobody\nkind: statement", "carries along no description", 3);
  }

  @Test
  void anotherNameThanTheFilesIsRefused() {
    expect("description: test", "description: other", "is called as its file", 1);
  }

  @Test
  void whatIsNoYamlAtAllIsRefused() {
    assertThat(faults("a: [")).isNotEmpty();
    assertThat(faults("just words")).isNotEmpty();
    assertThat(faults("")).isNotEmpty();
    assertThat(faults("a: &x [1]\nb: *x\n")).isNotEmpty();
    assertThat(faults("title: x\ntitle: y\n"))
        .anySatisfy(fault -> assertThat(fault.sentence()).contains("stands here twice"));
  }

  private static void expect(String from, String to, String sentence, int line) {
    assertThat(faults(Reading.BANK.with(from, to).description()))
        .anySatisfy(
            fault -> {
              assertThat(fault.sentence()).contains(sentence);
              assertThat(fault.line()).isEqualTo(line);
            });
  }

  private static List<Fault> faults(String yaml) {
    DescriptionFile file = new DescriptionFile("test.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    return new Descriptions(() -> List.of(file)).faults();
  }
}
