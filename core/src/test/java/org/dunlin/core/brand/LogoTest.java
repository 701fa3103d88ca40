package org.dunlin.core.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes along with every message is a small picture of a known kind. */
class LogoTest {
  @ParameterizedTest
  @CsvSource({"png, image/png", "jpg, image/jpeg"})
  void theKindIsToldByTheContent(String format, String mediaType) throws IOException {
    assertThat(Logo.of(picture(format, 40, 20)).mediaType()).isEqualTo(mediaType);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gif", "bmp"})
  void otherPicturesAreRefused(String format) throws IOException {
    byte[] picture = picture(format, 40, 20);

    assertThatThrownBy(() -> Logo.of(picture)).hasMessageContaining("neither a PNG nor a JPEG");
  }

  @Test
  void textThatCallsItselfAPictureIsRefused() {
    byte[] svg = "<svg onload='alert(1)'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Logo.of(svg)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPictureThatBreaksOffIsRefused() throws IOException {
    byte[] whole = picture("png", 200, 100);
    byte[] part = Arrays.copyOf(whole, 60);

    assertThatThrownBy(() -> Logo.of(part)).hasMessageContaining("damaged");
  }

  @Test
  void aPictureOfTooManyPixelsIsRefusedBeforeItUnfolds() throws IOException {
    byte[] wide = picture("png", 5000, 1);

    assertThatThrownBy(() -> Logo.of(wide)).hasMessageContaining("5000 × 1 pixels");
    byte[] bomb = picture("png", 4000, 4000);
    assertThat(bomb).hasSizeLessThan(Logo.LARGEST);
    assertThatThrownBy(() -> Logo.of(bomb)).hasMessageContaining("at most 2 million");
  }

  @Test
  void aLargeFileIsRefused() {
    byte[] large = new byte[Logo.LARGEST + 1];

    assertThatThrownBy(() -> Logo.of(large)).hasMessageContaining("at most 200 KB");
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }
}
