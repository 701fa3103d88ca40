package org.dunlin.core.qrcode;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The picture of a QR code: error correction level M and at most version 13 (69 modules wide), as
 * EPC069-12 wants it, with the quiet zone of four modules (ISO/IEC 18004).
 */
public final class QrPicture {
  private static final int WIDEST_VERSION = 13;
  private static final int QUIET_MODULES = 4;
  private static final int MODULE_PIXELS = 6;
  private static final int WHITE = 0xFFFFFF;

  private QrPicture() {}

  /** Whether a text finds room in such a code. */
  public static boolean fits(String text) {
    return encoded(text).isPresent();
  }

  /**
   * A PNG of one bit a pixel.
   *
   * @throws IllegalArgumentException when the text does not {@linkplain #fits fit}
   */
  public static byte[] png(String text) {
    ByteMatrix modules =
        encoded(text)
            .orElseThrow(() -> new IllegalArgumentException("the text is too long for the code"))
            .getMatrix();
    int side = (modules.getWidth() + 2 * QUIET_MODULES) * MODULE_PIXELS;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        image.setRGB(x, y, dark(modules, x, y) ? 0 : WHITE);
      }
    }
    return written(image);
  }

  private static boolean dark(ByteMatrix modules, int x, int y) {
    int column = x / MODULE_PIXELS - QUIET_MODULES;
    int row = y / MODULE_PIXELS - QUIET_MODULES;
    return column >= 0
        && row >= 0
        && column < modules.getWidth()
        && row < modules.getHeight()
        && modules.get(column, row) == 1;
  }

  private static Optional<QRCode> encoded(String text) {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    if (!ascii) {
      // Says which character set it is; where there is no doubt, nothing is said, since some
      // banking apps stumble over that.
      hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
    }
    try {
      QRCode code = Encoder.encode(text, ErrorCorrectionLevel.M, hints);
      return Optional.of(code).filter(c -> c.getVersion().getVersionNumber() <= WIDEST_VERSION);
    } catch (WriterException e) {
      return Optional.empty(); // more than the widest code of the standard holds
    }
  }

  private static byte[] written(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", stream)) {
        throw new IllegalStateException("this Java writes no PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
