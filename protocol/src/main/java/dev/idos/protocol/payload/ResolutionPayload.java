package dev.idos.protocol.payload;

import dev.idos.protocol.MalformedException;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import java.util.UUID;

/// Proposals of the original's validators. Here they are refused as unknown payload types.
public sealed interface ResolutionPayload extends Payload {

  /// Proposes an event.
  record Create(VotableEvent resolution) implements ResolutionPayload {
    static final String TYPE = "create_resolution";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public void writeTo(WireWriter out) {
      resolution.writeTo(out);
    }

    static Create read(WireReader in) throws MalformedException {
      return new Create(VotableEvent.read(in));
    }
  }

  /// Votes for a proposal.
  record Approve(UUID resolutionId) implements ResolutionPayload {
    static final String TYPE = "approve_resolution";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public void writeTo(WireWriter out) {
      out.uuid(resolutionId);
    }

    static Approve read(WireReader in) throws MalformedException {
      return new Approve(in.uuid());
    }
  }

  /// Withdraws a proposal.
  record Delete(UUID resolutionId) implements ResolutionPayload {
    static final String TYPE = "delete_resolution";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public void writeTo(WireWriter out) {
      out.uuid(resolutionId);
    }

    static Delete read(WireReader in) throws MalformedException {
      return new Delete(in.uuid());
    }
  }
}
