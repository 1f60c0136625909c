/// *Acme KYC*: takes a person's data and pictures, has somebody look at them, writes the credential
/// the person signed a paper for, and deletes what it was shown.
@NullMarked
package dev.idos.demo.issuer;

import org.jspecify.annotations.NullMarked;
