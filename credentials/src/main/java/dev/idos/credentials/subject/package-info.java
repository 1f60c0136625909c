/// What a credential says about a person: KYC data with files, or a proof of personhood.
///
/// A subject that exists satisfies the rules of its kind; a builder lists all that is wrong at
// once.
@NullMarked
package dev.idos.credentials.subject;

import org.jspecify.annotations.NullMarked;
