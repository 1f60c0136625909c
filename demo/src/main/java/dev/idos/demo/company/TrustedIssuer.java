package dev.idos.demo.company;

import dev.idos.credentials.IssuerDescriptor;

/// An issuer that a company accepts credentials of.
///
/// @param name as the company knows it, from its contract with the issuer
/// @param descriptor the key, pinned: never learned from a node
/// @param url where a person can be verified by it; empty if it takes nobody just now
public record TrustedIssuer(String name, IssuerDescriptor descriptor, String url) {}
