package org.dunlin.config.cli;

import picocli.CommandLine.Command;

/** {@code dunlin program}: the programs that the hub can be connected to. */
@Command(
    name = "program",
    description = "Lists the programs that can be connected, and checks their folders.",
    mixinStandardHelpOptions = true,
    subcommands = {ProgramListCommand.class, ProgramCheckCommand.class})
public final class ProgramCommand {}
