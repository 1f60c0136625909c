/// How credentials write things down: strict JSON, times, URIs and files as Ascii85.
@NullMarked
package dev.idos.credentials.text;

import org.jspecify.annotations.NullMarked;
