package org.dunlin.config.cli;

import picocli.CommandLine.Command;

/** {@code dunlin user}: the people who may sign in. */
@Command(
    name = "user",
    description =
        "Adds and lists the people who may sign in, switches them off, and helps them in.",
    mixinStandardHelpOptions = true,
    subcommands = {
      UserAddCommand.class,
      UserListCommand.class,
      UserLocalCommand.class,
      UserOffCommand.class,
      UserPasswordCommand.class,
      UserResetCommand.class
    })
public final class UserCommand {
  /** As the journal calls whoever uses these. */
  static final String BY = "command line";
}
