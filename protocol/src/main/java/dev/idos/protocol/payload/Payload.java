package dev.idos.protocol.payload;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import java.util.Optional;

/// The content of a transaction, decoded.
public sealed interface Payload
    permits ActionExecution, RawStatement, Transfer, ValidatorPayload, ResolutionPayload {

  /// The wire name of its payload type.
  String type();

  /// Writes everything after the version number.
  void writeTo(WireWriter out);

  /// Its bytes.
  default Bytes encode() {
    var out = new WireWriter().version();
    writeTo(out);
    return out.toBytes();
  }

  /// The content that bytes spell, all of them; nothing if the protocol has no such payload type.
  static Optional<Payload> decode(String type, Bytes bytes) throws MalformedException {
    Optional<Parser> parser = parser(type);
    if (parser.isEmpty()) {
      return Optional.empty();
    }
    WireReader in = WireReader.of(bytes);
    in.version();
    Payload payload = parser.get().parse(in);
    in.end();
    return Optional.of(payload);
  }

  /// Whether the protocol has a payload type of this name.
  static boolean isKnown(String type) {
    return parser(type).isPresent();
  }

  private static Optional<Parser> parser(String type) {
    return Optional.ofNullable(
        switch (type) {
          case ActionExecution.TYPE -> ActionExecution::read;
          case RawStatement.TYPE -> RawStatement::read;
          case Transfer.TYPE -> Transfer::read;
          case ValidatorPayload.Join.TYPE -> ValidatorPayload.Join::read;
          case ValidatorPayload.Leave.TYPE -> ValidatorPayload.Leave::read;
          case ValidatorPayload.Approve.TYPE -> ValidatorPayload.Approve::read;
          case ValidatorPayload.Remove.TYPE -> ValidatorPayload.Remove::read;
          case ValidatorPayload.VoteIds.TYPE -> ValidatorPayload.VoteIds::read;
          case ValidatorPayload.VoteBodies.TYPE -> ValidatorPayload.VoteBodies::read;
          case ResolutionPayload.Create.TYPE -> ResolutionPayload.Create::read;
          case ResolutionPayload.Approve.TYPE -> ResolutionPayload.Approve::read;
          case ResolutionPayload.Delete.TYPE -> ResolutionPayload.Delete::read;
          default -> null;
        });
  }

  /// Reads what follows the version number.
  @FunctionalInterface
  interface Parser {
    Payload parse(WireReader in) throws MalformedException;
  }
}
