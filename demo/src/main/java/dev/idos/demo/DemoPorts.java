package dev.idos.demo;

/// Where the sites answer on this machine.
public record DemoPorts(int dashboard, int enclave, int acme, int bank, int card) {

  /// The ports people are told.
  public static final DemoPorts DEFAULT = from(8501);

  /// Five ports in a row.
  public static DemoPorts from(int first) {
    return new DemoPorts(first, first + 1, first + 2, first + 3, first + 4);
  }
}
