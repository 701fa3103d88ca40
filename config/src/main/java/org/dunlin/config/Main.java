package org.dunlin.config;

import org.dunlin.config.bench.BenchCommand;
import org.dunlin.config.cli.BackupCommand;
import org.dunlin.config.cli.ClaimCommand;
import org.dunlin.config.cli.CustomerCommand;
import org.dunlin.config.cli.DunCommand;
import org.dunlin.config.cli.MatchCommand;
import org.dunlin.config.cli.ProgramCommand;
import org.dunlin.config.cli.ReadCommand;
import org.dunlin.config.cli.RestoreCommand;
import org.dunlin.config.cli.RunCommand;
import org.dunlin.config.cli.TokenCommand;
import org.dunlin.config.cli.UserCommand;
import org.dunlin.config.cli.WrongUse;
import org.dunlin.config.demo.DemoCommand;
import org.dunlin.config.hub.HubVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the program begins: {@code dunlin <command>}. Short commands start no server. */
@Command(
    name = "dunlin",
    description = "A self-hosted hub for credit management.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ReadCommand.class,
      MatchCommand.class,
      ClaimCommand.class,
      DunCommand.class,
      CustomerCommand.class,
      TokenCommand.class,
      UserCommand.class,
      ProgramCommand.class,
      BenchCommand.class
    })
public final class Main {
  private Main() {}

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Dunlin " + HubVersion.text()};
    }
  }

  /** Runs one command and ends with its exit status: 0, 1 where input was refused, 2 on misuse. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main())
            .setParameterExceptionHandler(new WrongUse())
            .execute(arguments));
  }
}
