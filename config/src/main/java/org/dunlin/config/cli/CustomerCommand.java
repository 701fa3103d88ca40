package org.dunlin.config.cli;

import picocli.CommandLine.Command;

/** {@code dunlin customer}: what one customer may ask for. */
@Command(
    name = "customer",
    description = "Hands out or erases all that the hub keeps about one customer.",
    mixinStandardHelpOptions = true,
    subcommands = {
      CustomerExportCommand.class,
      CustomerEraseCommand.class,
      CustomerErasedCommand.class,
      CustomerEraseAgainCommand.class
    })
public final class CustomerCommand {}
