package org.dunlin.config.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code dunlin bench NAME} */
class BenchCommandTest {
  private static final Figure FIGURE =
      new Figure(
          "walk",
          "km/h",
          new Comparison(4.5, 6, "a tram", "at least 0.5"),
          Map.of("uphill", new Comparison(3, 6, "the same tram", "at least 0.4")),
          7,
          "one walker");

  private record Answer(int status, List<String> lines, String words) {}

  private record Walk() implements Benchmark {
    @Override
    public String name() {
      return "walk";
    }

    @Override
    public String sentence() {
      return "Walks beside a tram.";
    }

    @Override
    public Figure measure(PrintWriter words) {
      words.println("walking");
      return FIGURE;
    }
  }

  private record Stumble() implements Benchmark {
    @Override
    public String name() {
      return "stumble";
    }

    @Override
    public String sentence() {
      return "Never arrives.";
    }

    @Override
    public Figure measure(PrintWriter words) throws IOException {
      throw new IOException("a stone lay in the way");
    }
  }

  private record Late() implements Benchmark {
    @Override
    public String name() {
      return "late";
    }

    @Override
    public String sentence() {
      return "Arrives too late.";
    }

    @Override
    public Figure measure(PrintWriter words) {
      return FIGURE;
    }

    @Override
    public boolean reached(Figure figure) {
      return false;
    }
  }

  @Test
  void aMissedTargetIsToldAndTheFigureAllTheSame() {
    Answer answer = bench(List.of(new Late()), "late");

    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.words).contains("The target was missed.");
    assertThat(answer.lines).hasSize(1);
  }

  @Test
  void aFigureIsOneLineOfJsonOnStandardOutput() throws IOException {
    Answer answer = bench("walk");

    assertThat(answer.status).isZero();
    assertThat(answer.words).contains("walking");
    assertThat(answer.lines).hasSize(1);
    JsonNode json = new JsonMapper().readTree(answer.lines.getFirst());
    assertThat(json.get("name").asText()).isEqualTo("walk");
    assertThat(json.get("value").decimalValue()).isEqualByComparingTo("4.5");
    assertThat(json.get("unit").asText()).isEqualTo("km/h");
    assertThat(json.get("baseline").decimalValue()).isEqualByComparingTo("6");
    assertThat(json.get("baselineIs").asText()).isEqualTo("a tram");
    assertThat(json.get("ratio").decimalValue()).isEqualByComparingTo("0.75");
    assertThat(json.get("target").asText()).isEqualTo("at least 0.5");
    assertThat(json.get("rounds").asInt()).isEqualTo(7);
  }

  @Test
  void theConditionsTellTheMachineAndThePayload() throws IOException {
    JsonNode conditions =
        new JsonMapper().readTree(bench("walk").lines.getFirst()).get("conditions");

    assertThat(conditions.get("cores").asInt())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(conditions.get("heapMegabytes").asLong())
        .isEqualTo(Runtime.getRuntime().maxMemory() >> 20);
    assertThat(conditions.get("java").asText()).contains(System.getProperty("java.vm.version"));
    assertThat(conditions.get("payload").asText()).isEqualTo("one walker");
  }

  @Test
  void furtherComparisonsOfTheRunStandInTheSameLine() throws IOException {
    JsonNode also = new JsonMapper().readTree(bench("walk").lines.getFirst()).get("also").get(0);

    assertThat(also.get("name").asText()).isEqualTo("uphill");
    assertThat(also.get("ratio").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(also.get("baselineIs").asText()).isEqualTo("the same tram");
  }

  @Test
  void withoutANameEachBenchmarkIsListedWithASentence() {
    Answer answer = bench();

    assertThat(answer.status).isZero();
    assertThat(answer.lines)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("walk ").endsWith("Walks beside a tram."),
            line -> assertThat(line).startsWith("stumble ").endsWith("Never arrives."));
  }

  @Test
  void anUnknownNameIsMisuseThatNamesTheKnownOnes() {
    Answer answer = bench("fly");

    assertThat(answer.status).isEqualTo(2);
    assertThat(answer.lines).isEmpty();
    assertThat(answer.words).contains("no such benchmark: fly").contains("walk, stumble");
  }

  @Test
  void aBenchmarkThatBreaksOffPrintsNoFigureButTheReason() {
    Answer answer = bench("stumble");

    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.lines).isEmpty();
    assertThat(answer.words).contains("a stone lay in the way");
  }

  @Test
  void whereNoBenchmarksAreInstalledItSaysWhereTheyAre() {
    Answer answer = bench(List.of(), "walk");

    assertThat(answer.status).isEqualTo(2);
    assertThat(answer.words).contains("checkout of the sources");
  }

  private static Answer bench(String... arguments) {
    return bench(List.of(new Walk(), new Stumble()), arguments);
  }

  private static Answer bench(List<Benchmark> benchmarks, String... arguments) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    StringWriter words = new StringWriter();
    int status =
        new CommandLine(
                new BenchCommand(new PrintStream(data, true, StandardCharsets.UTF_8), benchmarks))
            .setErr(new PrintWriter(words, true))
            .execute(arguments);
    return new Answer(
        status, data.toString(StandardCharsets.UTF_8).lines().toList(), words.toString());
  }
}
