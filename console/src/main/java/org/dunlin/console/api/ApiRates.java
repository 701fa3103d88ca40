package org.dunlin.console.api;

/**
 * How often the API may be called in a minute, by each process of the hub.
 *
 * @param caller by one token or person; 0: as often as they like
 * @param address from one address, before it is known who calls; 0: as often as they like
 */
public record ApiRates(int caller, int address) {
  /** What programs need that keep up with a large ledger, and far less than the hub can answer. */
  public static final ApiRates USUAL = new ApiRates(1200, 6000);

  public ApiRates {
    if (caller < 0 || address < 0) {
      throw new IllegalArgumentException("so many calls a minute, or 0 for no limit");
    }
  }
}
