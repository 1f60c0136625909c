/// The genesis file: what an operator writes, or what is made up for somebody who tries idOS out.
@NullMarked
package dev.idos.node.genesis;

import org.jspecify.annotations.NullMarked;
