package org.dunlin.connectors.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DEROctetString;
import org.dunlin.connectors.cades.Signed;
import org.dunlin.connectors.facturx.Pdf;

/** The files that are changed. */
final class Seeds {
  private Seeds() {}

  static List<byte[]> files(String... names) {
    return Stream.of(names).map(Seeds::file).toList();
  }

  static List<byte[]> fatturaPa() {
    List<byte[]> plain = files("/fatturapa/ordinary.xml", "/fatturapa/simplified.xml");
    byte[] signed = Signed.der(new DEROctetString(plain.getFirst()));
    return List.of(plain.get(0), plain.get(1), signed, Base64.getMimeEncoder().encode(signed));
  }

  static List<byte[]> pdfs() {
    return files("/cii/invoice.xml", "/cii/zugferd-1.xml", "/cii/minimum.xml").stream()
        .map(Seeds::pdf)
        .toList();
  }

  private static byte[] pdf(byte[] data) {
    try {
      return new Pdf().with("factur-x.xml", data).file().bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] file(String name) {
    try (InputStream stream = Seeds.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
