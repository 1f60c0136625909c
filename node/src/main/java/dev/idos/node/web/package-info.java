/// HTTP: the routes of this program, what browsers may do with them, and how much of a request is
/// read at all.
@NullMarked
package dev.idos.node.web;

import org.jspecify.annotations.NullMarked;
