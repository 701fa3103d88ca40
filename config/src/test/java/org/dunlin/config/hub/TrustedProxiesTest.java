package org.dunlin.config.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Whose word is taken on where a request came from; the brake on guessing counts by that. */
class TrustedProxiesTest {
  private static Pattern trusted() throws IOException {
    Object addresses =
        new YamlPropertySourceLoader()
            .load("settings", new ClassPathResource("application.yaml"))
            .getFirst()
            .getProperty("server.tomcat.remoteip.internal-proxies");
    return Pattern.compile(String.valueOf(addresses));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "0:0:0:0:0:0:0:1", "::1"})
  void aProxyOfThisMachineIsBelieved(String address) throws IOException {
    assertThat(trusted().matcher(address).matches()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "172.17.0.1", "192.168.1.20", "169.254.0.1", "fe80::1"})
  void nobodyOfTheNetworkIs(String address) throws IOException {
    assertThat(trusted().matcher(address).matches()).isFalse();
  }
}
