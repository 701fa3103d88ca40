package org.dunlin.connectors.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;

class PercentEncodingTest {
  @Property
  void whatIsEncodedReadsBackAsItWas(@ForAll @NotBlank String text) {
    String sound = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String encoded = PercentEncoding.of(sound);

    assertThat(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8))
        .isEqualTo(sound);
    assertThat(encoded).matches("[A-Za-z0-9._~%-]*");
  }

  @Property
  void aKeyNeverLeavesItsPlaceInAnAddress(@ForAll @NotBlank String key) {
    Template address = Template.of("https://api.example.com/v1/invoices/{key}/payments");
    if (key.equals(".") || key.equals("..")) {
      return;
    }
    URI uri = URI.create(address.address(Facts.NONE.with("key", key)));

    assertThat(uri.getHost()).isEqualTo("api.example.com");
    assertThat(uri.getQuery()).isNull();
    assertThat(uri.normalize().getRawPath().split("/")).hasSize(5);
  }
}
