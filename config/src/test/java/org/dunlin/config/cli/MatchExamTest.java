package org.dunlin.config.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The exam of {@code -Ddunlin.exams=DIR}: {@code DIR/matching} holds a ledger, payments and their
 * truth. Without it there is nothing to sit.
 */
class MatchExamTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FOLDER = System.getProperty("dunlin.exams", "");

  private int decidable;
  private int straight;
  private int lines;
  private int wrong;
  private int found;
  private int findable;

  @Test
  void atMostOneAutomaticLineInAThousandIsWrongAndMostPaymentsNeedNoPerson() throws IOException {
    assumeTrue(!FOLDER.isEmpty(), "skipped: no exams, give their folder as -Ddunlin.exams");
    Path folder = Path.of(FOLDER, "matching");
    Map<String, Map<String, BigDecimal>> applied = new HashMap<>();
    Map<String, Set<String>> first = new HashMap<>();
    Map<String, Integer> applying = new HashMap<>();
    for (String line : matched(folder)) {
      JsonNode node = JSON.readTree(line);
      if (node.path("type").asText().equals("allocation")) {
        note(node, applied, first, applying);
      }
    }
    for (String line : Files.readAllLines(folder.resolve("truth.jsonl"))) {
      JsonNode node = JSON.readTree(line);
      String payment = node.path("paymentId").asText();
      mark(
          node,
          applied.getOrDefault(payment, Map.of()),
          first.getOrDefault(payment, Set.of()),
          applying.getOrDefault(payment, 0));
    }
    assertThat((double) straight / decidable).isGreaterThanOrEqualTo(0.93);
    assertThat((double) wrong / lines).isLessThanOrEqualTo(0.001);
    assertThat((double) found / findable).isGreaterThanOrEqualTo(0.97);
  }

  private static List<String> matched(Path folder) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    int status =
        new CommandLine(new MatchCommand(new PrintStream(data, true, StandardCharsets.UTF_8)))
            .execute(
                "--ledger",
                folder.resolve("ledger.jsonl").toString(),
                "--payments",
                folder.resolve("payments.jsonl").toString());
    assertThat(status).isZero();
    return data.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static void note(
      JsonNode line,
      Map<String, Map<String, BigDecimal>> applied,
      Map<String, Set<String>> first,
      Map<String, Integer> applying) {
    String match = line.path("match").asText();
    String payment = match.substring(0, match.indexOf('#'));
    String invoice = line.path("invoiceId").asText();
    if (line.path("decision").asText().equals("AUTOMATIC")) {
      Map<String, BigDecimal> sums = applied.computeIfAbsent(payment, id -> new HashMap<>());
      add(sums, line);
      applying.merge(payment, 1, Integer::sum);
    } else {
      Set<String> three = first.computeIfAbsent(payment, id -> new LinkedHashSet<>());
      if (three.size() < 3) {
        three.add(invoice);
      }
    }
  }

  /** What an invoice receives, and a credit note gives. */
  private static void add(Map<String, BigDecimal> sums, JsonNode line) {
    BigDecimal amount = new BigDecimal(line.path("amount").asText());
    sums.merge(line.path("invoiceId").asText(), amount, BigDecimal::add);
    if (line.hasNonNull("creditNoteId")) {
      sums.merge(line.path("creditNoteId").asText(), amount, BigDecimal::add);
    }
  }

  private void mark(JsonNode truth, Map<String, BigDecimal> got, Set<String> first, int automatic) {
    Map<String, BigDecimal> wanted = new HashMap<>();
    Set<String> invoices = new HashSet<>();
    for (JsonNode line : truth.path("allocations")) {
      add(wanted, line);
      invoices.add(line.path("invoiceId").asText());
    }
    boolean toMatch = !wanted.isEmpty() && !truth.path("ambiguous").asBoolean();
    boolean same = toMatch && got.equals(wanted);
    decidable += toMatch ? 1 : 0;
    straight += same ? 1 : 0;
    lines += automatic;
    wrong += same ? 0 : automatic;
    Set<String> hit = new HashSet<>(invoices);
    hit.retainAll(got.keySet());
    findable += Math.min(invoices.size(), hit.size() + 3);
    Set<String> offered = new HashSet<>(invoices);
    offered.retainAll(first);
    hit.addAll(offered);
    found += hit.size();
  }
}
