package org.dunlin.config.demo;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Makes pictures of pages small: a page has few colours, and 256 of them are enough. */
final class FewerColors {
  private static final int COLORS = 256;

  /** Colours that differ less than this in each part count as one. */
  private static final int MASK = 0xf8f8f8;

  private FewerColors() {}

  /** The PNG with a palette of its most frequent colours, every other shown by the nearest. */
  static byte[] of(byte[] png) throws IOException {
    BufferedImage full = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    int[] palette = palette(full);
    BufferedImage reduced =
        new BufferedImage(
            full.getWidth(),
            full.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, palette.length, palette, 0, false, -1, 0));
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < full.getHeight(); y++) {
      for (int x = 0; x < full.getWidth(); x++) {
        int color = full.getRGB(x, y) & 0xffffff;
        int index = nearest.computeIfAbsent(color, c -> nearest(palette, c));
        reduced.getRaster().setSample(x, y, 0, index);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(reduced, "png", out);
    return out.toByteArray();
  }

  /** Of each group of like colours the first; the most frequent groups. */
  private static int[] palette(BufferedImage picture) {
    Map<Integer, Integer> counts = new HashMap<>();
    Map<Integer, Integer> shown = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int color = picture.getRGB(x, y) & 0xffffff;
        counts.merge(color & MASK, 1, Integer::sum);
        shown.putIfAbsent(color & MASK, color);
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
        .limit(COLORS)
        .mapToInt(entry -> shown.getOrDefault(entry.getKey(), entry.getKey()))
        .toArray();
  }

  private static int nearest(int[] palette, int color) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      long distance = distance(palette[i], color);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static long distance(int one, int other) {
    long sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      long difference = ((one >> shift) & 0xff) - ((other >> shift) & 0xff);
      sum += difference * difference;
    }
    return sum;
  }
}
