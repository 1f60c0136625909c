package dev.idos.demo;

/// Where the sites answer on this machine.
public record DemoPorts(int dashboard, int enclave, int acme, int bank, int card) {

  /// The ports people are told.
  public static final DemoPorts DEFAULT = new DemoPorts(8501, 8502, 8503, 8504, 8505);
}
