/// What owners do to access grants.
@NullMarked
package dev.idos.ledger.accessgrants.actions;

import org.jspecify.annotations.NullMarked;
