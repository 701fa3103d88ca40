package org.dunlin.console.page;

import java.util.Base64;
import org.dunlin.core.qrcode.QrPicture;

/** A QR code within a page, so that what it holds is in no address and in no cache. */
public final class QrImage {
  private QrImage() {}

  /** The address of the picture of a text, which holds the picture itself (RFC 2397). */
  public static String of(String text) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(QrPicture.png(text));
  }
}
