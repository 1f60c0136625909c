package dev.idos.demo.company;

import dev.idos.credentials.level.Level;
import java.time.Duration;
import java.util.List;

/// What a company asks of people.
///
/// @param purpose why, in its own words; people read them in their enclave
/// @param lock for how long access cannot be taken back; zero for not at all
/// @param required the least level of the credential
public record Terms(
    String name, String purpose, Duration lock, Level required, List<TrustedIssuer> trusted) {

  public Terms {
    trusted = List.copyOf(trusted);
  }
}
