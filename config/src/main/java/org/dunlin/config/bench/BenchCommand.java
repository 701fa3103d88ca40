package org.dunlin.config.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dunlin bench NAME}: measures, and prints one line of JSON. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how fast the hub is, beside a baseline of the same run.",
      "Prints one line of JSON; without a name, says which benchmarks there are."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0: measured, or listed",
      "1: no figure could be had, or its target was missed",
      "2: wrong usage"
    })
public final class BenchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", arity = "0..1", description = "The benchmark to run.")
  private @Nullable String name;

  @Spec private @Nullable CommandSpec specification;

  private final PrintStream data;
  private final List<Benchmark> benchmarks;

  /** Runs what is on the class path and prints to standard output. */
  public BenchCommand() {
    this(System.out, found());
  }

  BenchCommand(PrintStream data, List<Benchmark> benchmarks) {
    this.data = data;
    this.benchmarks = benchmarks;
  }

  private static List<Benchmark> found() {
    return ServiceLoader.load(Benchmark.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Benchmark::name))
        .toList();
  }

  @Override
  public Integer call() throws JsonProcessingException {
    if (benchmarks.isEmpty()) {
      throw misuse(
          "The benchmarks are not installed here; call this in a checkout of the sources.");
    }
    if (name == null) {
      benchmarks.forEach(each -> data.printf("%-10s %s%n", each.name(), each.sentence()));
      return 0;
    }
    Optional<Benchmark> named =
        benchmarks.stream().filter(each -> each.name().equals(name)).findFirst();
    return measure(named.orElseThrow(() -> misuse("There is no such benchmark: " + known())));
  }

  private int measure(Benchmark benchmark) throws JsonProcessingException {
    PrintWriter words = command().commandLine().getErr();
    Figure figure;
    PrintStream standard = System.out;
    System.setOut(System.err); // what is measured may log there, and the answer is one line
    try {
      figure = benchmark.measure(words);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      words.println("Interrupted before there was a figure.");
      return 1;
    } catch (Exception e) {
      words.println("No figure: " + (e.getMessage() == null ? e : e.getMessage()));
      return 1;
    } finally {
      System.setOut(standard);
    }
    data.println(new JsonMapper().writeValueAsString(figure.json()));
    if (!benchmark.reached(figure)) {
      words.println("The target was missed.");
      return 1;
    }
    return 0;
  }

  private String known() {
    return name
        + ". There are "
        + benchmarks.stream().map(Benchmark::name).collect(Collectors.joining(", "))
        + ".";
  }

  private ParameterException misuse(String sentence) {
    return new ParameterException(command().commandLine(), sentence);
  }

  private CommandSpec command() {
    if (specification == null) {
      throw new IllegalStateException("the command line has not been parsed");
    }
    return specification;
  }
}
