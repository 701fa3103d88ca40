package org.dunlin.sandbox.world;

/** What kind of movement it is, in the bank transaction codes of ISO 20022. */
enum BankCode {
  TRANSFER_IN("PMNT", "RCDT", "ESCT"),
  TRANSFER_OUT("PMNT", "ICDT", "ESCT"),
  SALARY("PMNT", "ICDT", "SALA"),
  BOOK_IN("PMNT", "RCDT", "BOOK"),
  BOOK_OUT("PMNT", "ICDT", "BOOK"),
  COLLECTION("PMNT", "IDDT", "ESDD"),
  COLLECTION_RETURNED("PMNT", "IDDT", "UPDD"),
  CHARGES("ACMT", "MDOP", "CHRG");

  private final String domain;
  private final String family;
  private final String subFamily;

  BankCode(String domain, String family, String subFamily) {
    this.domain = domain;
    this.family = family;
    this.subFamily = subFamily;
  }

  String domain() {
    return domain;
  }

  String family() {
    return family;
  }

  String subFamily() {
    return subFamily;
  }

  boolean incoming() {
    return switch (this) {
      case TRANSFER_IN, BOOK_IN, COLLECTION -> true;
      case TRANSFER_OUT, SALARY, BOOK_OUT, COLLECTION_RETURNED, CHARGES -> false;
    };
  }
}
