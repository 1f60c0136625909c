package dev.idos.protocol.payload;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.KeyType;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What the original's validators send each other. Here they are refused as unknown payload types;
/// validators are kept by the consensus engine.
public sealed interface ValidatorPayload extends Payload {

  /// Asks to become a validator.
  record Join(long power) implements ValidatorPayload {
    static final String TYPE = "validator_join";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public void writeTo(WireWriter out) {
      out.u64(power);
    }

    static Join read(WireReader in) throws MalformedException {
      return new Join(in.u64());
    }
  }

  /// Stops being a validator.
  record Leave() implements ValidatorPayload {
    static final String TYPE = "validator_leave";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public void writeTo(WireWriter out) {}

    static Leave read(WireReader unusedIn) {
      return new Leave();
    }
  }

  /// Votes for a candidate.
  record Approve(Bytes candidate, KeyType keyType) implements ValidatorPayload {
    static final String TYPE = "validator_approve";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public void writeTo(WireWriter out) {
      out.bytes(candidate).u32(keyType.wireNumber());
    }

    static Approve read(WireReader in) throws MalformedException {
      Bytes candidate = in.bytes();
      return new Approve(candidate, KeyTypes.read(in));
    }
  }

  /// Votes against a validator.
  record Remove(Bytes validator, KeyType keyType) implements ValidatorPayload {
    static final String TYPE = "validator_remove";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public void writeTo(WireWriter out) {
      out.bytes(validator).u32(keyType.wireNumber());
    }

    static Remove read(WireReader in) throws MalformedException {
      Bytes validator = in.bytes();
      return new Remove(validator, KeyTypes.read(in));
    }
  }

  /// Votes for resolutions by their ids.
  record VoteIds(List<UUID> resolutionIds) implements ValidatorPayload {
    static final String TYPE = "validator_vote_ids";

    public VoteIds {
      resolutionIds = List.copyOf(resolutionIds);
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public void writeTo(WireWriter out) {
      out.u32(resolutionIds.size());
      for (UUID id : resolutionIds) {
        out.u32(16).uuid(id);
      }
    }

    static VoteIds read(WireReader in) throws MalformedException {
      int count = in.count(in.u32(), 20);
      var ids = new ArrayList<UUID>(count);
      for (int i = 0; i < count; i++) {
        WireReader id = in.nested();
        ids.add(id.uuid());
        id.end();
      }
      return new VoteIds(ids);
    }
  }

  /// The bodies of resolutions that were voted for.
  record VoteBodies(List<VotableEvent> events) implements ValidatorPayload {
    static final String TYPE = "validator_vote_bodies";

    public VoteBodies {
      events = List.copyOf(events);
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public void writeTo(WireWriter out) {
      out.u32(events.size());
      for (VotableEvent event : events) {
        var bytes = new WireWriter();
        event.writeTo(bytes);
        out.bytes(bytes.toBytes());
      }
    }

    static VoteBodies read(WireReader in) throws MalformedException {
      int count = in.count(in.u32(), 14);
      var events = new ArrayList<VotableEvent>(count);
      for (int i = 0; i < count; i++) {
        WireReader event = in.nested();
        events.add(VotableEvent.read(event));
        event.end();
      }
      return new VoteBodies(events);
    }
  }
}
