package org.dunlin.work.deliver;

import java.util.List;
import java.util.Optional;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;

/** In test mode a text goes to the test number; where none is set, to the test mailbox. */
final class TestText {
  private TestText() {}

  /** The text for the test number; empty where there is none, and of all that is no text. */
  static Optional<Dispatch> of(Stores stores, CompanyProfile profile, Dispatch message) {
    return message instanceof Dispatch.Text text
        ? stores
            .sentTexts()
            .testNumber(profile.id())
            .map(number -> text.readdressed(number, "[Test, " + text.to() + "] " + text.text()))
        : Optional.empty();
  }

  static Dispatch.Email mail(CompanyProfile profile, Dispatch.Text text, String mailbox) {
    return new Dispatch.Email(
        text.effectId().toString(),
        profile.company().name(),
        mailbox,
        profile.replyTo(),
        "[Test, text for " + text.to() + "]",
        text.text() + "\n",
        "<p>" + escaped(text.text()) + "</p>",
        List.of(),
        List.of());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
