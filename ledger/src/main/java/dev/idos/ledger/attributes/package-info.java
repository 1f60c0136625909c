/// Attributes: small named values a person keeps about itself.
@NullMarked
package dev.idos.ledger.attributes;

import org.jspecify.annotations.NullMarked;
