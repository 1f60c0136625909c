/// What owners, issuers and consumers call.
@NullMarked
package dev.idos.sdk;

import org.jspecify.annotations.NullMarked;
