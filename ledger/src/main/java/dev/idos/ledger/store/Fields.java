package dev.idos.ledger.store;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.ImpossibleState;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The values of one row in declared column order, read back by place.
public record Fields(List<@Nullable Object> values) {

  public Fields {
    values = Collections.unmodifiableList(new ArrayList<@Nullable Object>(values));
  }

  public String text(int place) {
    return (String) present(place);
  }

  public @Nullable String textOrNull(int place) {
    return (String) values.get(place);
  }

  public UUID uuid(int place) {
    return (UUID) present(place);
  }

  public Optional<UUID> optionalUuid(int place) {
    return Optional.ofNullable((UUID) values.get(place));
  }

  public long int8(int place) {
    return (Long) present(place);
  }

  public BigInteger numeric(int place) {
    return (BigInteger) present(place);
  }

  public boolean bool(int place) {
    return (Boolean) present(place);
  }

  public Bytes bytes(int place) {
    return (Bytes) present(place);
  }

  public Optional<Bytes> optionalBytes(int place) {
    return Optional.ofNullable((Bytes) values.get(place));
  }

  private Object present(int place) {
    Object value = values.get(place);
    if (value == null) {
      throw new ImpossibleState("column " + place + " is not null");
    }
    return value;
  }
}
