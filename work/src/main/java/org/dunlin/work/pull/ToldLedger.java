package org.dunlin.work.pull;

import java.util.List;

/** Tells the ledger, which counts itself how often an object was missed. */
public final class ToldLedger implements MissingAtSource {
  private final org.dunlin.work.source.MissingAtSource ledger;

  /** Tells this ledger. */
  public ToldLedger(org.dunlin.work.source.MissingAtSource ledger) {
    this.ledger = ledger;
  }

  @Override
  public void missing(String companyId, String connectionId, String stream, List<String> keys) {
    ledger.missed(companyId, connectionId, keys);
  }

  /** What is gone was missed twice; where the program says so itself, it was not missed before. */
  @Override
  public void gone(String companyId, String connectionId, String stream, List<String> keys) {
    ledger.missed(companyId, connectionId, keys);
    ledger.missed(companyId, connectionId, keys);
  }

  @Override
  public void back(String companyId, String connectionId, String stream, List<String> keys) {
    ledger.found(companyId, connectionId, keys);
  }
}
