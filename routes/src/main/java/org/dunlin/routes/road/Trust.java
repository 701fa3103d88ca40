package org.dunlin.routes.road;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.dunlin.core.road.Road;
import org.jspecify.annotations.Nullable;

/** Whom TLS trusts on a road: the known authorities, or the certificate that an admin gave. */
final class Trust {
  private Trust() {}

  static SSLContext of(Road road) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      String pem = road.setting("certificate").orElse("");
      trust.init(pem.isBlank() ? null : given(pem));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new RefusedServer("The certificate of the settings cannot be read; enter it as PEM.");
    }
  }

  private static @Nullable KeyStore given(String pem) throws GeneralSecurityException, IOException {
    Collection<? extends Certificate> certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate certificate : certificates) {
      store.setCertificateEntry("given-" + number++, certificate);
    }
    return store;
  }
}
