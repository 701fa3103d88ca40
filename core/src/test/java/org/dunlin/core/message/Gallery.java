package org.dunlin.core.message;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.dunlin.core.qrcode.QrPicture;

/**
 * Writes all messages as files, to be looked at: each template in each language for one invoice,
 * several, two currencies, and with logo, colour and attachments.
 */
final class Gallery {
  private Gallery() {}

  /** Takes the folder to write to. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    String logo = "data:image/png;base64," + base64(logo());
    for (Language language : Language.values()) {
      for (String template : Reminders.templates()) {
        for (Map.Entry<String, Reminder> each : cases(language, template).entrySet()) {
          Message message = Reminders.write(each.getValue());
          String name = template + "." + language.code() + "." + each.getKey();
          String html = message.html().replace("cid:" + Message.LOGO, logo);
          if (message.qrCode() != null) {
            String picture = base64(QrPicture.png(message.qrCode()));
            html = html.replace("cid:" + Message.QR_CODE, "data:image/png;base64," + picture);
          }
          Files.writeString(folder.resolve(name + ".html"), html);
          Files.writeString(
              folder.resolve(name + ".txt"), message.subject() + "\n\n" + message.text());
        }
      }
    }
  }

  private static Map<String, Reminder> cases(Language language, String template) {
    Map<String, Reminder> cases = new TreeMap<>();
    cases.put("one", Letters.one(language, template));
    cases.put("several", Letters.several(language, template));
    cases.put("currencies", Letters.currencies(language, template));
    if (!template.equals(Reminders.NOTICE)) {
      cases.put("charged", ClaimsInMessageTest.charged(language, template));
      cases.put("announced", ClaimsInMessageTest.announced(language, template, true));
    }
    cases.put(
        "logo",
        Letters.with(
            Letters.with(
                Letters.several(language, template),
                Letters.sender(Optional.of(org.dunlin.core.brand.Color.of("#B03A2E")), true)),
            new Enclosed(2, List.of("Factuur 2026-0044.pdf"))));
    return cases;
  }

  private static byte[] logo() throws IOException {
    BufferedImage image = new BufferedImage(320, 96, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(0xB0, 0x3A, 0x2E));
    graphics.fillOval(8, 8, 80, 80);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 56));
    graphics.setColor(new Color(0x22, 0x27, 0x2E));
    graphics.drawString("acme", 104, 68);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
