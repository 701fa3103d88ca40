package org.dunlin.connectors.pain;

import java.util.Optional;
import java.util.stream.Stream;

/** Versions of CustomerDirectDebitInitiation that banks of the SEPA area take. */
public enum PainVersion {
  /** What most banks took until 2023 and many take still. */
  V001_02("pain.008.001.02", "BIC"),
  /** ISO 20022 of 2019, by which the SEPA rulebooks of November 2023 go. */
  V001_08("pain.008.001.08", "BICFI"),
  /** ISO 20022 of 2023. */
  V001_11("pain.008.001.11", "BICFI"),
  /** What the Deutsche Kreditwirtschaft had until 2014 (DFÜ-Abkommen, Anlage 3, version 2.7). */
  V003_02("pain.008.003.02", "BIC");

  private final String word;
  private final String bic;

  PainVersion(String word, String bic) {
    this.word = word;
    this.bic = bic;
  }

  /** The name that ISO registered. */
  public String word() {
    return word;
  }

  /** The version of this name. */
  public static Optional<PainVersion> of(String word) {
    return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  String namespace() {
    return "urn:iso:std:iso:20022:tech:xsd:" + word;
  }

  /** What the BIC of a bank is called. */
  String bic() {
    return bic;
  }
}
