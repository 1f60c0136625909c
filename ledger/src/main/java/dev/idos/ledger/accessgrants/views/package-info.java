/// What owners and grantees read of access grants, and the texts of grant papers.
@NullMarked
package dev.idos.ledger.accessgrants.views;

import org.jspecify.annotations.NullMarked;
