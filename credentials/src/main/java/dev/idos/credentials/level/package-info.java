/// KYC levels: read, derive from a subject, compare.
@NullMarked
package dev.idos.credentials.level;

import org.jspecify.annotations.NullMarked;
