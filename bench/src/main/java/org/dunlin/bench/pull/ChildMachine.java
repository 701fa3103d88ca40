package org.dunlin.bench.pull;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.dunlin.bench.start.Program;
import org.springframework.util.FileSystemUtils;

/** A Java machine of its own, which measures and says its figures in one line. */
final class ChildMachine {
  private static final String FIGURES = "figures ";
  private static final String LOG = "-Dlogback.configurationFile=org/dunlin/bench/pull/logback.xml";

  private ChildMachine() {}

  /** In the child: says the figures. */
  static void tell(double... figures) {
    StringJoiner line = new StringJoiner(" ", FIGURES, "");
    for (double figure : figures) {
      line.add(String.format(Locale.ROOT, "%f", figure));
    }
    System.out.println(line);
  }

  /**
   * In the parent: runs it and hears its figures.
   *
   * @param words what its main method gets behind the name of an empty folder
   */
  static double[] figures(Class<?> measures, int heapMegabytes, String... words)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("dunlin-bench-pull");
    Process process =
        new ProcessBuilder(command(measures, heapMegabytes, folder.resolve("data"), words))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line =
          lines
              .lines()
              .filter(each -> each.startsWith(FIGURES))
              .reduce((earlier, later) -> later)
              .orElseThrow(() -> new IOException("the Java machine that measures broke off"));
      return Stream.of(line.substring(FIGURES.length()).split(" "))
          .mapToDouble(Double::parseDouble)
          .toArray();
    } finally {
      process.destroy();
      process.waitFor();
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static List<String> command(
      Class<?> measures, int heapMegabytes, Path folder, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Program.OPTIONS);
    command.add("-Xmx" + heapMegabytes + "m"); // the last one counts
    command.addAll(List.of(LOG, "-cp", System.getProperty("java.class.path"), measures.getName()));
    command.add(folder.toString());
    command.addAll(List.of(words));
    return command;
  }
}
