package org.dunlin.config.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with words on the command line, and which would be right. */
public final class WrongUse implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter words = command.getErr();
    words.println(sentence(wrong, command));
    command.usage(words);
    return CommandLine.ExitCode.USAGE;
  }

  private static String sentence(ParameterException wrong, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().getFirst();
      if (unmatched.isUnknownOption()) {
        return name + " has no option " + word + ".";
      }
      return command.getSubcommands().isEmpty()
          ? name + " cannot do anything with “" + word + "”."
          : name + " has no command “" + word + "”.";
    }
    String said = String.valueOf(wrong.getMessage());
    return said.startsWith("Missing required subcommand")
        ? name + " is told by a command what to do."
        : said;
  }
}
