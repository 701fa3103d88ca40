package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSizeTest {
  @ParameterizedTest
  @CsvSource({
    "a, 160, true, 160, 1",
    "a, 161, true, 161, 2",
    "a, 306, true, 306, 2",
    "a, 307, true, 307, 3",
    "€, 80, true, 160, 1",
    "€, 81, true, 162, 2",
    "€, 152, true, 304, 2",
    "€, 153, true, 306, 3", // 76 in a part of 153, since none is cut in two
    "ê, 70, false, 70, 1",
    "ê, 71, false, 71, 2",
    "ê, 134, false, 134, 2",
    "ê, 135, false, 135, 3",
    "😀, 35, false, 70, 1",
    "😀, 36, false, 72, 2",
    "😀, 67, false, 134, 3"
  })
  void partsAreCountedAsNetworksDo(
      String one, int times, boolean plain, int characters, int parts) {
    assertThat(TextSize.of(one.repeat(times))).isEqualTo(new TextSize(plain, characters, parts));
  }

  @Property
  void aLongerTextHasNoFewerParts(@ForAll String text, @ForAll String more) {
    assertThat(TextSize.of(text + more).parts()).isGreaterThanOrEqualTo(TextSize.of(text).parts());
  }
}
