package org.dunlin.config.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.program.Programs;
import org.dunlin.work.link.StandIns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which places may stand in for a program's own addresses. */
class SaidStandInsTest {
  private static final Programs PROGRAMS = new Programs(List::of);

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:9000", "http://localhost:9000", "https://play.example.com"})
  void aPlaceStandsInForWhateverAddressTheProgramHas(String place) {
    StandIns standIns = SaidStandIns.of(Map.of("xero", URI.create(place)), PROGRAMS);

    assertThat(standIns.lead("xero", URI.create("https://login.xero.com/a%2Fb?c=d%20e")))
        .isEqualTo(URI.create(place + "/a%2Fb?c=d%20e"));
    assertThat(standIns.lead("moneybird", URI.create("https://moneybird.com/x")))
        .isEqualTo(URI.create("https://moneybird.com/x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.0.2.7",
        "https://play.example.com/path",
        "https://me:secret@play.example.com",
        "https://play.example.com?a=b",
        "ftp://127.0.0.1",
        "127.0.0.1"
      })
  void whatIsNoPlaceIsRefused(String place) {
    assertThatThrownBy(() -> SaidStandIns.of(Map.of("xero", URI.create(place)), PROGRAMS))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("dunlin.programs.stand-ins.xero must be")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aNameThatIsNoProgramIsRefused() {
    assertThatThrownBy(
            () -> SaidStandIns.of(Map.of("xerro", URI.create("http://127.0.0.1:9000")), PROGRAMS))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("no program of this name");
  }
}
