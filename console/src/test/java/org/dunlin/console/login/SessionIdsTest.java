package org.dunlin.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.apache.catalina.Context;
import org.apache.catalina.util.SessionIdGeneratorBase;
import org.dunlin.console.Hub;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Sessions are known by numbers that nobody guesses. */
class SessionIdsTest {
  private static SessionIdGeneratorBase generator() {
    TomcatWebServer server =
        (TomcatWebServer)
            ((ServletWebServerApplicationContext) Hub.SHARED.context()).getWebServer();
    Context context = (Context) server.getTomcat().getHost().findChildren()[0];
    return (SessionIdGeneratorBase) context.getManager().getSessionIdGenerator();
  }

  @Test
  void theyComeFromAnApprovedGeneratorThatThisJavaHas() throws Exception {
    assertThat(generator().getSecureRandomAlgorithm()).isEqualTo("DRBG");
    assertThat(generator().getSecureRandomClass()).isNull();
    assertThat(SecureRandom.getInstance("DRBG").getAlgorithm()).isEqualTo("DRBG");
  }

  @Test
  void theyHave128Bits() {
    assertThat(generator().getSessionIdLength()).isEqualTo(16);
    assertThat(generator().generateSessionId()).matches("[0-9A-F]{32}");
  }
}
