package dev.idos.protocol.action;

/// Everything a caller may ask the network to change.
public sealed interface Action
    permits AccessGrantAction,
        AttributeAction,
        CredentialAction,
        EconomyAction,
        InserterAction,
        UserAction,
        WalletAction {}
