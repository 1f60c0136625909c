/// Serving: built files with the headers they need, and a small JSON API beside them.
@NullMarked
package dev.idos.demo.site;

import org.jspecify.annotations.NullMarked;
