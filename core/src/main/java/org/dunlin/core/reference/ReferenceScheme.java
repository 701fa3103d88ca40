package org.dunlin.core.reference;

import org.jspecify.annotations.Nullable;

/** The schemes of structured references, by who fixed them. */
public enum ReferenceScheme {
  /** ISO 11649, {@code RF}; in Switzerland SCOR. */
  ISO_11649,
  /** Belgium: OGM, VCS. */
  BELGIAN,
  /** Netherlands: betalingskenmerk. */
  DUTCH,
  /** Switzerland and Liechtenstein: QRR, once ISR. */
  SWISS_QRR,
  /** Finland: viitenumero. */
  FINNISH,
  /** Norway: KID. */
  NORWEGIAN_KID,
  /** Sweden: OCR. */
  SWEDISH_OCR,
  /** Slovenia: SI with a model. */
  SLOVENIAN,
  /** Croatia: HR with a model. */
  CROATIAN,
  /** Denmark: FIK. */
  DANISH_FIK;

  /** The text as a reference of this scheme; null where it is none. */
  public @Nullable StructuredReference read(String written) {
    return switch (this) {
      case ISO_11649 ->
          CreditorReference.isValid(written)
              ? new StructuredReference(this, CreditorReference.normalised(written), true)
              : null;
      case BELGIAN ->
          BelgianReference.isValid(written)
              ? new StructuredReference(this, written.replaceAll("[^0-9]", ""), true)
              : null;
      case DUTCH -> DutchReference.read(written);
      case SWISS_QRR -> SwissReference.read(written);
      case FINNISH -> FinnishReference.read(written);
      case NORWEGIAN_KID -> NorwegianReference.read(written);
      case SWEDISH_OCR -> SwedishReference.read(written);
      case SLOVENIAN, CROATIAN -> {
        StructuredReference read = ModelReference.read(written);
        yield read != null && read.scheme() == this ? read : null;
      }
      case DANISH_FIK -> DanishReference.read(written);
    };
  }
}
