package org.dunlin.config.cli;

import picocli.CommandLine.Command;

/** {@code dunlin token}: the programs that may call the API. */
@Command(
    name = "token",
    description = "Makes, lists and revokes the tokens with which programs call the API.",
    mixinStandardHelpOptions = true,
    subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class})
public final class TokenCommand {}
