/// W3C credentials: build, sign, verify, read status.
@NullMarked
package dev.idos.credentials;

import org.jspecify.annotations.NullMarked;
