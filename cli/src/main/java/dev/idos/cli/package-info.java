/// The `idos` command: starts a node, shows the main job, measures, and looks after a node's
/// data.
///
/// What always holds: exit codes are 0 done, 1 refused or failed, 2 wrong usage, 3 unavailable;
/// with `--json` programs read stdout and people's text goes to stderr; nothing secret is
/// printed.
@NullMarked
package dev.idos.cli;

import org.jspecify.annotations.NullMarked;
