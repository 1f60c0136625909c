/// Write grants: papers by which an owner lets an issuer write.
@NullMarked
package dev.idos.ledger.writegrants;

import org.jspecify.annotations.NullMarked;
