package org.dunlin.connectors.cades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.dunlin.connectors.InvoiceFile;
import org.junit.jupiter.api.Test;

/** Invoices come signed; what was signed is taken out, and the signature is nobody's proof here. */
class SignedFileTest {
  private final InvoiceFile invoice = InvoiceFile.of("/fatturapa/ordinary.xml");
  private final byte[] signed = Signed.der(new DEROctetString(invoice.bytes()));

  @Test
  void aSignedInvoiceIsReadAsTheInvoice() throws IOException {
    assertThat(new InvoiceFile(signed).records()).isEqualTo(invoice.records());
    assertThat(new InvoiceFile(signed).documents()).hasSize(1);
  }

  @Test
  void itMayBeInPiecesOfUnknownLengthInBase64OrPemAndSignedTwice() {
    byte[] pieces = Signed.encoded(new BEROctetString(invoice.bytes(), 100), ASN1Encoding.BER);
    byte[] base64 = Base64.getEncoder().encode(signed);
    byte[] lines = Base64.getMimeEncoder().encode(signed);
    byte[] pem =
        ("-----BEGIN PKCS7-----\n"
                + new String(lines, StandardCharsets.US_ASCII)
                + "\n-----END PKCS7-----\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] twice = Signed.der(new DEROctetString(signed));
    for (byte[] form : List.of(pieces, base64, lines, pem, twice)) {
      assertThat(new InvoiceFile(form).records()).isEqualTo(invoice.records());
    }
  }

  @Test
  void cutOffOrBrokenItIsAProblemWithAPlace() {
    for (int length = 40; length < invoice.bytes().length; length += 101) {
      var problem = new InvoiceFile(Arrays.copyOf(signed, length)).problem();
      assertThat(problem.code()).isIn("ENVELOPE_UNREADABLE", "MALFORMED_XML");
      assertThat(problem.position()).isNotNull();
    }
  }

  @Test
  void aSignatureWithoutWhatWasSignedIsSaidToBeSuch() {
    assertThat(new InvoiceFile(Signed.der(null)).problem().message())
        .contains("holds only a signature");
  }

  @Test
  void anInvoiceSignedSixTimesIsNotGenuine() {
    byte[] layers = invoice.bytes();
    for (int i = 0; i < 7; i++) {
      layers = Signed.der(new DEROctetString(layers));
    }
    assertThat(new InvoiceFile(layers).problem().code()).isEqualTo("ENVELOPE_UNREADABLE");
  }

  @Test
  void whatElseWasSignedIsNamed() {
    byte[] other = Signed.der(new DEROctetString("<Letter/>".getBytes(StandardCharsets.UTF_8)));
    assertThat(new InvoiceFile(other).problem().message()).contains("the signed file holds Letter");
  }

  @Test
  void aStreamThatFailsIsNotSaidToBeABrokenEnvelope() throws IOException {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }
        };
    InputStream cut =
        new SequenceInputStream(
            Collections.enumeration(List.of(new ByteArrayInputStream(signed, 0, 2000), failing)));
    InputStream content = SignedFile.content(cut, "file");
    assertThatThrownBy(() -> content.transferTo(OutputStream.nullOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
  }
}
