/// What owners, issuers, inserters and grantees do to credentials, one class an action.
@NullMarked
package dev.idos.ledger.credentials.actions;

import org.jspecify.annotations.NullMarked;
