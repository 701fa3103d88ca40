package org.dunlin.sandbox.world;

/** The two versions of CAMT.053 that banks in the euro area send. */
enum CamtVersion {
  V02("camt.053.001.02"),
  V08("camt.053.001.08");

  private final String message;

  CamtVersion(String message) {
    this.message = message;
  }

  String namespace() {
    return "urn:iso:std:iso:20022:tech:xsd:" + message;
  }
}
