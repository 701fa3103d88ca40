package org.dunlin.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code dunlin program list} and {@code check} print, and how they end. */
class ProgramCommandTest {
  private static final String MANIFEST =
      """
      program: shop
      name: Shop
      capabilities: [read.customers]
      base: https://shop.example
      authorisation: {kind: none}
      streams:
        customers:
          gives: [read.customers]
          every: PT1H
          request: {path: /customers}
          records: .customers
          key: .id
          paging: {kind: none}
          mapping: customers.jslt
      """;

  @TempDir private Path directory;

  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final ByteArrayOutputStream words = new ByteArrayOutputStream();

  @Test
  void theListHasWhatWasDroppedInAndSaysWhyAFolderIsRefused() throws IOException {
    shop();
    Files.createDirectory(directory.resolve("broken"));

    assertThat(run(ProgramListCommand::new, "--directory", directory.toString())).isEqualTo(1);

    assertThat(text(data)).containsPattern("PROGRAM +NAME +FROM +CAPABILITIES");
    assertThat(text(data)).containsPattern("shop +Shop +.*read.customers");
    assertThat(text(words)).contains("The folder broken is refused:", "program.yaml");
  }

  @Test
  void aFolderThatShowsWhatItDeclaresHolds() throws IOException {
    shop();
    example("{\"type\":\"customer\",\"id\":\"7\",\"name\":\"Jansen\"}");

    assertThat(run(ProgramCheckCommand::new, directory.resolve("shop").toString())).isZero();

    assertThat(text(data)).containsPattern("read.customers +yes +stream customers, 1 example");
    assertThat(text(words)).contains("1 of 1 examples hold.");
  }

  @Test
  void aNameIsLookedForInTheDirectory() throws IOException {
    shop();

    int status = run(ProgramCheckCommand::new, "shop", "--directory", directory.toString());

    assertThat(status).as("nothing shows what it declares").isEqualTo(1);
    assertThat(text(data)).containsPattern("read.customers +no +no example");
  }

  @Test
  void anExampleThatDoesNotHoldIsToldAndEndsWithOne() throws IOException {
    shop();
    example("{\"type\":\"customer\",\"id\":\"7\",\"name\":\"Somebody else\"}");

    assertThat(run(ProgramCheckCommand::new, directory.resolve("shop").toString())).isEqualTo(1);

    assertThat(text(words)).contains("examples/customers/one.json:", "Somebody else");
  }

  @Test
  void aFaultIsToldWithFileAndLine() throws IOException {
    shop();
    Files.writeString(
        directory.resolve("shop/program.yaml"), MANIFEST.replace("none}\n", "nine}\n"));

    assertThat(run(ProgramCheckCommand::new, directory.resolve("shop").toString())).isEqualTo(1);

    assertThat(text(words)).contains("program.yaml, line 5");
  }

  @Test
  void whatIsNotThereIsWrongUsage() {
    assertThat(run(ProgramCheckCommand::new, "nothing", "--directory", directory.toString()))
        .isEqualTo(2);
    assertThat(text(words)).contains("./dunlin program list names them");
    assertThat(run(ProgramCheckCommand::new)).as("without a name").isEqualTo(2);
  }

  private void shop() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("shop"));
    Files.writeString(folder.resolve("program.yaml"), MANIFEST);
    Files.writeString(
        folder.resolve("customers.jslt"), "{\"type\": \"customer\", \"id\": .id, \"name\": .name}");
  }

  private void example(String expected) throws IOException {
    Path examples = Files.createDirectories(directory.resolve("shop/examples/customers"));
    Files.writeString(
        examples.resolve("one.json"), "{\"customers\": [{\"id\": \"7\", \"name\": \"Jansen\"}]}");
    Files.writeString(examples.resolve("one.expected.jsonl"), expected + "\n");
  }

  private int run(
      BiFunction<PrintStream, PrintStream, Callable<Integer>> command, String... arguments) {
    PrintStream out = new PrintStream(data, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(words, true, StandardCharsets.UTF_8);
    return new CommandLine(command.apply(out, err)).execute(arguments);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
