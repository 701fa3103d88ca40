package org.dunlin.work.deliver;

import java.util.List;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.letter.LetterFile;

/** In test mode what would be printed goes to the test mailbox and nowhere else. */
final class TestMail {
  private TestMail() {}

  static Dispatch.Email of(
      Stores stores, CompanyProfile profile, Dispatch.Letter letter, String mailbox) {
    LetterFile file =
        LetterFile.of(stores, letter.companyId(), letter.effectId(), letter.payload());
    String text = "This letter would be printed; it is attached as it would leave.";
    return new Dispatch.Email(
        letter.effectId().toString(),
        profile.company().name(),
        mailbox,
        profile.replyTo(),
        "[Test, letter] " + file.name(),
        text + "\n",
        "<p>" + text + "</p>",
        List.of(),
        List.of(
            new Dispatch.Attachment(
                letter.effectId(), file.name(), "application/pdf", file.pdf().length)));
  }
}
