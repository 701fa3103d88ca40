package org.dunlin.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BelgianReferenceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+++090/9337/55493+++",
        "***090/9337/55493***",
        " 090933755493 ",
        "090/9337/55493",
        "+++090933755493+++",
        "601611777874",
        "000000009797",
      })
  void checkDigitsThatHoldProveAReference(String text) {
    assertThat(BelgianReference.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+++090/9337/55494+++",
        "+++090/9337/55493***",
        "0909/337/55493",
        "000000009700",
        "09093375549",
        "0909337554930",
        "٠٩٠٩٣٣٧٥٥٤٩٣",
        "",
      })
  void anythingElseProvesNothing(String text) {
    assertThat(BelgianReference.isValid(text)).isFalse();
  }
}
