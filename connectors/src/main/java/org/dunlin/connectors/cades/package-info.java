/**
 * Takes what was signed out of a CAdES envelope (.p7m), as Italian invoices come in.
 *
 * <p>The bytes of the envelope come in as a stream, in DER, BER, base64 or PEM. The bytes of what
 * is in it go out as a stream; the signature itself is not verified.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.cades;
