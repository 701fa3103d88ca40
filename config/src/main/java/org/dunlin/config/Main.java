package org.dunlin.config;

import org.dunlin.config.cli.ReadCommand;
import org.dunlin.config.cli.RunCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the program begins: {@code dunlin <command>}. Short commands start no server. */
@Command(
    name = "dunlin",
    description = "A self-hosted hub for credit management.",
    mixinStandardHelpOptions = true,
    subcommands = {ReadCommand.class, RunCommand.class})
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit status: 0, 1 where input was refused, 2 on misuse. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
