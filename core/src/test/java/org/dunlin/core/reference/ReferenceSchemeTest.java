package org.dunlin.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceSchemeTest {
  @ParameterizedTest
  @CsvSource({
    "ISO_11649, RF18 5390 0754 7034, RF18539007547034",
    "BELGIAN, +++090/9337/55493+++, 090933755493",
    "DUTCH, 5000 0567 8901 2345, 5000056789012345",
    "DUTCH, 12 2345 3462 2567, 12234534622567",
    "SWISS_QRR, 21 00000 00003 13947 14300 09017, 210000000003139471430009017",
    "SWISS_QRR, 18 78583, 000000000000000000001878583",
    "FINNISH, 00012 34561, 1234561",
    "NORWEGIAN_KID, 602243, 602243",
    "NORWEGIAN_KID, 1234567004-, 1234567004-",
    "NORWEGIAN_KID, 12345678903, 12345678903",
    "SWEDISH_OCR, 1234 5678 97, 1234567897",
    "SLOVENIAN, SI12 56782, SI1256782",
    "SLOVENIAN, si11 56782-56782-1, SI1156782-56782-1",
    "CROATIAN, HR01 2020-789-1, HR012020-789-1",
    "CROATIAN, HR01 123456789012-3456789-0, HR01123456789012-3456789-0",
    "CROATIAN, HR01 1234567-890123456789-0, HR011234567-890123456789-0",
    "DANISH_FIK, +71<000000000000018+81234567<, 71:000000000000018",
    "DANISH_FIK, 75:26, 75:0000000000000026",
  })
  void aReferenceWhoseCheckDigitsHoldIsReadInItsNormalForm(
      ReferenceScheme scheme, String written, String normal) {
    assertThat(scheme.read(written)).isEqualTo(new StructuredReference(scheme, normal, true));
  }

  @ParameterizedTest
  @CsvSource({
    "ISO_11649, RF19 5390 0754 7034",
    "BELGIAN, +++090/9337/55494+++",
    "DUTCH, 6000 0567 8901 2345",
    "DUTCH, 13 2345 3462 2567",
    "DUTCH, 12345678",
    "SWISS_QRR, 21 00000 00003 13947 14300 09016",
    "SWISS_QRR, 000000000000000000000000000",
    "SWISS_QRR, 2100000000031394714300090168",
    "FINNISH, 1234562",
    "FINNISH, 123",
    "NORWEGIAN_KID, 602244",
    "NORWEGIAN_KID, 12345678-9",
    "SWEDISH_OCR, 1234567898",
    "SLOVENIAN, SI12 56783",
    "SLOVENIAN, SI12 56782-56782",
    "SLOVENIAN, HR01 2020-789-1",
    "SLOVENIAN, SI98 56782",
    "CROATIAN, HR01 2020-789-2",
    "CROATIAN, HR01 1-2-3-4",
    "CROATIAN, HR12 56782",
    "DANISH_FIK, +71<000000000000019+81234567<",
    "DANISH_FIK, +73<000000000000018+81234567<",
    "DANISH_FIK, 71:0000000000000018",
  })
  void aWrongDigitOrAWrongFormIsNoReference(ReferenceScheme scheme, String written) {
    assertThat(scheme.read(written)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"DUTCH, 1234567", "SLOVENIAN, SI00 12-34", "CROATIAN, HR00 2020-789"})
  void whatHasNoCheckDigitsIsReadButProvesNothing(ReferenceScheme scheme, String written) {
    assertThat(scheme.read(written))
        .isNotNull()
        .extracting(StructuredReference::proven)
        .isEqualTo(false);
  }

  @ParameterizedTest
  @EnumSource
  void noSchemeReadsWhatIsNone(ReferenceScheme scheme) {
    for (String none :
        List.of("", " ", "-", "٠٩٠٩٣٣٧٥٥٤٩٣", "Rechnung 4711", "+++", "RF", "SI", "7")) {
      assertThat(scheme.read(none)).as(none).isNull();
    }
  }

  @Test
  void aNumberWithoutACountryMayBeOneInSeveralSchemes() {
    assertThat(StructuredReference.readings("5000056789012345"))
        .extracting(StructuredReference::scheme)
        .contains(ReferenceScheme.DUTCH);
    assertThat(StructuredReference.readings("090933755493"))
        .extracting(StructuredReference::scheme)
        .contains(ReferenceScheme.BELGIAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"000000000000018", "12345678903", "1234567897", "5000056789012345", "1234561"})
  void oneChangedDigitIsNeverProvenByTheSameScheme(String digits) {
    for (StructuredReference good : StructuredReference.readings(digits)) {
      // Modulus 11 with 10 written as 1, and a choice of two methods, let some changes pass.
      boolean single =
          good.scheme() == ReferenceScheme.SWEDISH_OCR
              || good.scheme() == ReferenceScheme.FINNISH
              || good.scheme() == ReferenceScheme.SWISS_QRR;
      for (int i = 0; single && i < digits.length(); i++) {
        char other = digits.charAt(i) == '9' ? '0' : (char) (digits.charAt(i) + 1);
        String changed = digits.substring(0, i) + other + digits.substring(i + 1);
        assertThat(good.scheme().read(changed)).as(good.scheme() + " " + changed).isNull();
      }
    }
  }
}
