/// The companies of the demo, *Acme KYC*, *Nova Bank* and *Onda Card*, on the SDK any company would
/// use, and the web apps of idOS, each served on a site of its own. Everything is bound to this
/// machine: there are no accounts of staff, and whoever sits here may be any of the companies.
@NullMarked
package dev.idos.demo;

import org.jspecify.annotations.NullMarked;
