package org.dunlin.config.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dunlin.config.hub.HubSettings.PublicSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How the world outside reaches the hub, as settings say it. */
class PublicConfigurationTest {
  @Test
  void withoutAnAddressOfItsOwnOnlyThisMachineReachesIt() {
    HubSettings settings = settings(Map.of("dunlin.public.port", "8089"));

    assertThat(settings.open().address()).isEqualTo("127.0.0.1");
    assertThat(settings.open().largestPush().toMegabytes()).isEqualTo(50);
    assertThat(new PublicConfiguration(settings).publicAddress().hook("acme", "books", "s"))
        .isEqualTo("http://localhost:8089/hooks/acme/books/s");
  }

  @Test
  void addressesThatAreGivenOutBeginWithTheUrl() {
    assertThat(
            new PublicConfiguration(
                    settings(
                        Map.of(
                            "dunlin.public.port",
                            "8089",
                            "dunlin.public.url",
                            "https://pay.example.com/")))
                .publicAddress()
                .hook("acme", "books", "s"))
        .isEqualTo("https://pay.example.com/hooks/acme/books/s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://pay.example.com",
        "ftp://pay.example.com",
        "pay.example.com",
        "https://pay.example.com/?a=b",
        "https:///hooks"
      })
  void whatOthersCannotReachSafelyIsRefused(String url) {
    HubSettings settings = settings(Map.of("dunlin.public.port", "8089", "dunlin.public.url", url));

    assertThatThrownBy(() -> new PublicConfiguration(settings).publicAddress())
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("dunlin.public.url");
  }

  @Test
  void withoutAPortThereIsNone() {
    PublicSettings open = settings(Map.of("dunlin.data", "data")).open();

    assertThat(open.port()).isNull();
  }

  private static HubSettings settings(Map<String, String> given) {
    return new Binder(new MapConfigurationPropertySource(given))
        .bind("dunlin", HubSettings.class)
        .get();
  }
}
