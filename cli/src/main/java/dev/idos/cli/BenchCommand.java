package dev.idos.cli;

import picocli.CommandLine.Command;

/// `idos bench`: measures a node.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Measures a node, and beside each figure what would be possible at best.",
    subcommands = {BenchWriteCommand.class, BenchReadCommand.class, BenchStartCommand.class})
final class BenchCommand {}
