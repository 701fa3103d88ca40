package org.dunlin.core.brand;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A company's logo, checked by its content.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param content at most {@value #LARGEST} bytes
 */
public record Logo(String mediaType, byte[] content) {
  /** The largest logo in bytes: it goes along with every message. */
  public static final int LARGEST = 200 * 1024;

  private static final int WIDEST_PIXELS = 4000;

  /** Few bytes may unfold to many pixels, of up to 8 bytes each. */
  private static final int MOST_PIXELS = 2_000_000;

  /**
   * A logo of these bytes.
   *
   * @throws IllegalArgumentException saying why they are none that can go along with a message
   */
  public static Logo of(byte[] content) {
    if (content.length > LARGEST) {
      throw new IllegalArgumentException(
          "the logo has " + content.length / 1024 + " KB; at most " + LARGEST / 1024 + " KB go");
    }
    try (MemoryCacheImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (format.equals("png") || format.equals("jpeg")) {
          reader.setInput(stream, true, true);
          return checked(reader, "image/" + format, content);
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("the logo is damaged: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("the logo is neither a PNG nor a JPEG picture");
  }

  /** The size stands in the header: a picture of a billion pixels is refused before it unfolds. */
  private static Logo checked(ImageReader reader, String mediaType, byte[] content)
      throws IOException {
    try {
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width > WIDEST_PIXELS || height > WIDEST_PIXELS) {
        throw new IllegalArgumentException(
            "it is " + width + " × " + height + " pixels; at most " + WIDEST_PIXELS + " each go");
      }
      if (width * height > MOST_PIXELS) {
        throw new IllegalArgumentException(
            "it is " + width + " × " + height + " pixels; at most 2 million in all go");
      }
      reader.read(0);
      return new Logo(mediaType, content);
    } finally {
      reader.dispose();
    }
  }
}
