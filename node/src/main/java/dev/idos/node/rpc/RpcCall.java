package dev.idos.node.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One request to one method.
///
/// @param params never null; empty when the request had none. The transaction of a broadcast is a
///     [StreamedTransaction] in it.
public record RpcCall(Client client, ObjectNode params) {}
