package org.dunlin.core.qrcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a banking app reads from the picture. */
class QrPictureTest {
  private static final int WIDEST_PIXELS = (69 + 8) * 6;

  @ParameterizedTest
  @ValueSource(strings = {"Acme B.V.", "François D'Alsace S.A.", "Müller & Søn", "Ακμή Α.Ε."})
  void theAppReadsTheTextThatWasDrawn(String creditor) throws Exception {
    String text =
        TransferCode.of(
                creditor,
                "NL44RABO0123456789",
                Money.parse("EUR 1210.00"),
                List.of("RF18539007547034"))
            .orElseThrow();

    Result read = read(QrPicture.png(text));

    assertThat(read.getText()).isEqualTo(text);
    assertThat(read.getResultMetadata())
        .containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
  }

  @Test
  void theLongestCodeIsNotWiderThanVersion13() throws Exception {
    String text = "x".repeat(331);

    BufferedImage image = image(QrPicture.png(text));

    assertThat(image.getWidth()).isEqualTo(WIDEST_PIXELS);
    assertThat(read(QrPicture.png(text)).getText()).isEqualTo(text);
  }

  @Test
  void whatWouldNeedAWiderCodeDoesNotFit() {
    assertThat(QrPicture.fits("x".repeat(332))).isFalse();
    assertThat(QrPicture.fits("x".repeat(10_000))).isFalse();
    assertThatThrownBy(() -> QrPicture.png("x".repeat(332)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMarginOfFourWhiteModulesSurroundsIt() throws Exception {
    BufferedImage image = image(QrPicture.png("BCD"));

    for (int i = 0; i < image.getWidth(); i++) {
      assertThat(image.getRGB(i, 23)).isEqualTo(-1);
      assertThat(image.getRGB(23, i)).isEqualTo(-1);
    }
    assertThat(image.getRGB(24, 24)).isEqualTo(0xFF000000);
  }

  private static BufferedImage image(byte[] png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static Result read(byte[] png) throws Exception {
    BufferedImage image = image(png);
    int side = image.getWidth();
    int[] pixels = image.getRGB(0, 0, side, side, null, 0, side);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))),
            Map.of(DecodeHintType.PURE_BARCODE, true));
  }
}
