/// Access grants: who may read a copy, and until when it cannot be taken back.
@NullMarked
package dev.idos.ledger.accessgrants;

import org.jspecify.annotations.NullMarked;
