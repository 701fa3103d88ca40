package org.dunlin.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.dunlin.core.port.TryRoad.Tried;
import org.dunlin.core.road.Road;
import org.dunlin.core.road.RoadKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whatever is wrong with a road is a sentence that names the server and what to do. */
class RoadFailuresTest {
  private final CamelContext camel = new DefaultCamelContext();

  @BeforeEach
  void start() {
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SFTP    |             |          | broke off the connection; check host, port and kind
          SFTP    |             | 220 ftp  | broke off the connection; check host, port and kind
          FTPS    | explicit    |          | broke off the connection; check host, port and kind
          FTPS    | explicit    | SSH-2.0- | is no FTP server; check host and port
          FTPS    | implicit    | 220 ftp  | ; check the port and the kind of TLS
          MAILBOX | tls         | * OK     | ; check the port and the kind of TLS
          MAILBOX | starttls    | 220 mail | the server
          """)
  void aServerThatIsNotWhatItShouldBeIsNamedWithWhatToDo(
      RoadKind kind, @Nullable String security, @Nullable String greeting, String remedy)
      throws IOException {
    try (DumbServer server = new DumbServer(greeting == null ? "" : greeting + "\r\n")) {
      Tried tried = look(kind, security, server.port());

      assertThat(tried.holds()).isFalse();
      assertThat(tried.sentence())
          .contains("127.0.0.1:" + server.port(), remedy)
          .matches("[A-Z].*[a-z]\\.");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = RoadKind.class,
      mode = Mode.EXCLUDE,
      names = {"UPLOAD", "OUTGOING", "LETTERS", "AGENCY", "DEBITS"})
  void whereNobodyListensHostAndPortAreToBeChecked(RoadKind kind) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThat(look(kind, null, port).sentence())
        .isEqualTo(
            "The server 127.0.0.1:" + port + " refuses the connection; check host and port.");
  }

  private Tried look(RoadKind kind, @Nullable String security, int port) {
    Map<String, String> settings = new HashMap<>();
    settings.put("host", "127.0.0.1");
    settings.put("port", String.valueOf(port));
    settings.put("user", "acme");
    settings.put("folder", "out");
    settings.put("hostKey", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    if (security != null) {
      settings.put("security", security);
    }
    return new LookOnce(camel)
        .look(new Road("acme", "bank", kind, settings, Map.of("password", "s3cret")));
  }
}
