package dev.idos.cli;

import picocli.CommandLine.Command;

/// `idos node`: looks after the data of a node.
@Command(
    name = "node",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks after the data of a node.",
    subcommands = {NodeVerifyCommand.class, NodeCheckConfigCommand.class})
final class NodeCommand {}
