/// What the holders of grant papers do with them, one class an action.
@NullMarked
package dev.idos.ledger.writegrants.actions;

import org.jspecify.annotations.NullMarked;
