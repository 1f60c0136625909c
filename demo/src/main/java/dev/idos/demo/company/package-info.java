/// Companies that read: what they ask for, what they verify, and what their back office shows.
@NullMarked
package dev.idos.demo.company;

import org.jspecify.annotations.NullMarked;
