package org.dunlin.connectors.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An answer takes many times its own size as a tree, so that its values are counted. */
class LargeAnswerTest {
  @Test
  void anAnswerOfCountlessSmallValuesIsRefused() {
    byte[] answer = ("[" + "{},".repeat(600_000) + "{}]").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Json.read(answer))
        .isInstanceOf(NotJson.class)
        .hasMessageContaining("1000000");
  }

  @Test
  void anAnswerIsRefusedOnceItIsLargerThanAnyMayBe() {
    byte[] answer = ("[\"" + "x".repeat(17 << 20) + "\"]").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Json.read(answer)).isInstanceOf(NotJson.class);
  }

  @Test
  void aPageOfAThousandLongInvoicesIsRead() {
    String line = "{\"description\":\"" + "x".repeat(200) + "\",\"amount\":12.10,\"n\":1}";
    String invoice = "{\"lines\":[" + (line + ",").repeat(29) + line + "]}";
    byte[] answer =
        ("[" + (invoice + ",").repeat(999) + invoice + "]").getBytes(StandardCharsets.UTF_8);
    assertThat(Json.read(answer)).hasSize(1000);
  }
}
