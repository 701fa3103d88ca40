package org.dunlin.config.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * The invented company's logo: a parcel with a V for its lid. No text, so that no font is asked.
 */
final class DemoLogo {
  /** The company's colour in its messages. */
  static final String COLOR = "#1b5e7d";

  private static final int SIDE = 144;

  private DemoLogo() {}

  /** Draws it into this PNG file. */
  static Path draw(Path file) throws IOException {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.decode(COLOR));
    pen.fill(new RoundRectangle2D.Double(8, 8, SIDE - 16, SIDE - 16, 36, 36));
    pen.setColor(Color.WHITE);
    pen.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(new RoundRectangle2D.Double(36, 44, 72, 64, 10, 10));
    pen.setColor(Color.decode("#f2b134"));
    Path2D lid = new Path2D.Double();
    lid.moveTo(36, 46);
    lid.lineTo(72, 84);
    lid.lineTo(108, 46);
    pen.draw(lid);
    pen.dispose();
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }
}
