/// What keeps one caller from taking the node away from the others (`wire.md` §2, §6).
@NullMarked
package dev.idos.node.limit;

import org.jspecify.annotations.NullMarked;
