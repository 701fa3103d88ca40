package org.dunlin.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is said of words on the command line that cannot be used. */
class WrongUseTest {
  private final StringWriter said = new StringWriter();

  @Test
  void aCommandThatIsNotThereIsNamedBeforeThoseThatAre() {
    assertThat(run("lst")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.toString().lines())
        .startsWith("dunlin user has no command “lst”.")
        .anyMatch(line -> line.strip().startsWith("list "));
  }

  @Test
  void anOptionThatIsNotThereIsNamedWithItsCommand() {
    assertThat(run("list", "--all")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.toString()).startsWith("dunlin user list has no option --all.");
  }

  @Test
  void aWordTooManyIsNamed() {
    assertThat(run("list", "ann")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.toString()).startsWith("dunlin user list cannot do anything with “ann”.");
  }

  @Test
  void whoSaysNoCommandIsShownThem() {
    assertThat(run()).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.toString().lines())
        .startsWith("dunlin user is told by a command what to do.")
        .anyMatch(line -> line.strip().startsWith("list "));
  }

  private int run(String... words) {
    CommandLine line = new CommandLine(new Whole());
    line.setErr(new PrintWriter(said, true));
    line.setParameterExceptionHandler(new WrongUse());
    String[] all = new String[words.length + 1];
    all[0] = "user";
    System.arraycopy(words, 0, all, 1, words.length);
    return line.execute(all);
  }

  @Command(name = "dunlin", subcommands = UserCommand.class)
  static final class Whole {}
}
