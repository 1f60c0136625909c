/// The main job on real files: a person is verified once and reuses the credential elsewhere.
@NullMarked
package dev.idos.cli.demo;

import org.jspecify.annotations.NullMarked;
