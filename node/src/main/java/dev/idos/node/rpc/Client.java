package dev.idos.node.rpc;

import dev.idos.node.session.Presented;
import java.net.InetAddress;

/// Who is asking, as far as HTTP tells.
///
/// @param address where the connection comes from
/// @param host the Host header
/// @param presented its origin and the logins it holds
public record Client(InetAddress address, String host, Presented presented) {}
