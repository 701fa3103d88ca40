package org.dunlin.core.message;

import org.jspecify.annotations.Nullable;

/**
 * A message ready to be sent.
 *
 * @param subject one line, without control characters, so that it cannot add headers
 * @param text the message in plain text, lines ended by a line feed
 * @param html the same message as an HTML document that loads nothing but the pictures that come
 *     with it, by the content ids {@link #LOGO} and {@link #QR_CODE}
 * @param qrCode the text of the QR code that the HTML shows; null where it shows none
 */
public record Message(String subject, String text, String html, @Nullable String qrCode) {
  /** The content id of the company's logo. */
  public static final String LOGO = "logo@dunlin";

  /** The content id of the QR code with which to pay. */
  public static final String QR_CODE = "pay@dunlin";
}
