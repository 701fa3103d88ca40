package org.dunlin.console.login;

import org.apache.catalina.session.StandardManager;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * By what sessions are known: 128 bits of the generator of NIST SP 800-90A, in the place of the
 * server's own choice, which is SHA1PRNG.
 */
final class SessionIds implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  /** As Java calls it. */
  static final String GENERATOR = "DRBG";

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> {
          StandardManager sessions = new StandardManager();
          sessions.setSecureRandomAlgorithm(GENERATOR);
          context.setManager(sessions);
        });
  }
}
