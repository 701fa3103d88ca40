package org.dunlin.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;

/** Shows a message's pictures within a page, where there is no mail that they come with. */
final class InlinePictures {
  private final Enclosures enclosures;

  InlinePictures(Enclosures enclosures) {
    this.enclosures = enclosures;
  }

  /** The HTML of a message, with each picture in the place of its content id. */
  String in(Dispatch.Email email) {
    String html = email.html();
    for (Dispatch.Picture picture : email.pictures()) {
      Optional<InputStream> content = enclosures.open(picture);
      if (content.isPresent()) {
        html =
            html.replace(
                "src=\"cid:" + picture.contentId() + "\"",
                "src=\"data:" + picture.mediaType() + ";base64," + base64(content.get()) + "\"");
      }
    }
    return html;
  }

  private static String base64(InputStream content) {
    try (content) {
      return Base64.getEncoder().encodeToString(content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
