/// The companies and their sites, tried on a real node of their own.
@NullMarked
package dev.idos.demo;

import org.jspecify.annotations.NullMarked;
