package org.dunlin.config.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dunlin.core.port.RouteState;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.core.port.Spans;
import org.dunlin.store.Database;
import org.dunlin.work.watch.Gauge;
import org.dunlin.work.watch.Reading;
import org.junit.jupiter.api.Test;

/** What the documents name is measured. */
class DashboardFileTest {
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:dunlin|jvm|process|system)_[a-z_]*[a-z]");
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void everyMetricOfTheDashboardIsMeasured() throws IOException {
    JsonNode dashboard = new JsonMapper().readTree(DOCS.resolve("grafana/dunlin.json").toFile());
    Set<String> named = new TreeSet<>();
    dashboard
        .findValuesAsText("expr")
        .forEach(each -> METRIC.matcher(each).results().forEach(m -> named.add(m.group())));
    dashboard
        .findValuesAsText("query")
        .forEach(each -> METRIC.matcher(each).results().forEach(m -> named.add(m.group())));

    assertThat(named).hasSizeGreaterThan(15);
    assertThat(measured()).containsAll(named);
  }

  @Test
  void everyMetricOfTheDocumentIsMeasuredAndEveryGaugeIsDocumented() throws IOException {
    Set<String> documented =
        METRIC
            .matcher(Files.readString(DOCS.resolve("observing.md")))
            .results()
            .map(found -> found.group())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(measured()).containsAll(documented);
    assertThat(documented)
        .containsAll(
            Arrays.stream(Gauge.values()).map(each -> each.title().replace('.', '_')).toList());
  }

  @Test
  void noLabelIsACustomer() {
    assertThat(Arrays.stream(Gauge.values()).flatMap(gauge -> gauge.labels().stream()).distinct())
        .containsExactlyInAnyOrder(
            "company", "currency", "connection", "flow", "reason", "kind", "decision", "rule");
  }

  private static Set<String> measured() {
    Instant now = Instant.parse("2026-11-27T10:00:00Z");
    Metrics metrics = new Metrics(() -> new Database.Pool(1, 1, 0, 20), () -> now);
    List<Reading> readings =
        Arrays.stream(Gauge.values())
            .map(
                gauge ->
                    new Reading(
                        gauge, Collections.nCopies(gauge.labels().size(), "x"), BigDecimal.ONE))
            .toList();
    RouteStatus route =
        new RouteStatus("accept", null, null, RouteState.RUNNING, Set.of(), 0, null, 0, null, null);
    metrics.show(readings, List.of(route), now);
    metrics.step(Spans.Work.over(Spans.Step.MATCH, "acme"), true, Duration.ofMillis(3));
    metrics.request("GET", "/invoices/{id}", 200, Duration.ofMillis(3));
    return metrics
        .text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst("[{ ].*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
