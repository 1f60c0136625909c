package dev.idos.node;

import dev.idos.node.session.PublicUrls;
import dev.idos.protocol.Require;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How one node is run. Nothing here changes the meaning of a block: that is in genesis.
///
/// @param port where it answers; 0 for any free port
/// @param data the folder that holds everything
/// @param publicUrls under which addresses people know it, beside those of localhost
/// @param genesis the genesis file; without one the folder's is used, or one is made up
public record NodeConfig(int port, Path data, List<URI> publicUrls, Optional<Path> genesis) {

  /// Where a node answers when nothing else is said.
  public static final int DEFAULT_PORT = 8484;

  public NodeConfig {
    Require.that(port >= 0 && port <= 65_535, "a port is a number from 0 to 65535, got " + port);
    publicUrls = List.copyOf(publicUrls);
    publicUrls.forEach(PublicUrls::normal);
    data = data.toAbsolutePath().normalize();
  }

  /// A node for one machine, with a network of its own if the folder is new.
  public static NodeConfig local(int port, Path data) {
    return new NodeConfig(port, data, List.of(), Optional.empty());
  }

  /// The interface it listens on: all of them once it has a public address, else only this machine.
  InetAddress listenAddress() {
    try {
      return publicUrls.isEmpty()
          ? InetAddress.getLoopbackAddress()
          : InetAddress.getByAddress(new byte[4]);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four zeros are an address", impossible);
    }
  }
}
