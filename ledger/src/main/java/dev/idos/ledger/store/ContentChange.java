package dev.idos.ledger.store;

import java.util.Optional;
import java.util.UUID;

/// The net effect of a block on one content: what is to be stored, or that it is to be erased.
public record ContentChange(UUID credential, Optional<String> content) {}
