package org.dunlin.core.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNumberTest {
  @ParameterizedTest
  @CsvSource({
    "06 12 34 56 78, NL, +31612345678",
    "0031 6 12345678, DE, +31612345678",
    "+31 (0)6-12345678, FR, +31612345678",
    "0470 12 34 56, BE, +32470123456",
    "0151 23456789, DE, +4915123456789",
    "06 12 34 56 78, FR, +33612345678",
    "07400 123456, GB, +447400123456",
    "078 123 45 67, CH, +41781234567",
    "0664 1234567, AT, +436641234567",
    "(201) 555-0123, US, +12015550123"
  })
  void aMobileNumberIsWrittenAsItIsDialledFromAnywhere(String written, String country, String is) {
    assertThat(TextNumber.all(written, country)).containsExactly(is);
  }

  @ParameterizedTest
  @ValueSource(strings = {"020 123 45 67", "+31201234567", "0800 1234", "112", "12", "none", "06"})
  void whatIsNoMobileNumberGetsNoText(String written) {
    assertThat(TextNumber.all(written, "NL")).isEmpty();
  }

  @Test
  void ofSeveralNumbersTheMobileOnesAreTakenInTheirOrder() {
    assertThat(TextNumber.all("020-1234567 / 06-12345678 of +32 470 12 34 56 (Jan)", "NL"))
        .isEqualTo(List.of("+31612345678", "+32470123456"));
  }

  @Test
  void aNumberOfAnotherCountryIsNotGuessed() {
    assertThat(TextNumber.all("0470 12 34 56", "NL")).isEmpty();
  }

  @Test
  void nothingIsNoNumber() {
    assertThat(TextNumber.all((String) null, "NL")).isEmpty();
    assertThat(TextNumber.all("  ", "NL")).isEmpty();
    assertThat(TextNumber.all("0612345678", "XX")).isEmpty();
    assertThat(TextNumber.all("9".repeat(100_000), "NL")).isEmpty();
  }
}
