package org.dunlin.routes.road;

import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * Ends the looks at one mailbox. A mail that was filed is a copy in another folder and marked in
 * this one; only those are taken out of it, by UID EXPUNGE (RFC 4315). Mails that somebody else has
 * marked stay, and so do all where a server cannot take out single mails.
 */
final class FiledMails {
  private final List<Message> filed = new ArrayList<>();

  /** This mail of the look is about to be filed. */
  void add(Message mail) {
    filed.add(mail);
  }

  /** Takes out what was filed, and leaves the folder. */
  void leave(Folder folder) throws MessagingException {
    try {
      if (folder.isOpen() && folder instanceof IMAPFolder box && canTakeOutSome(box)) {
        Message[] copied = copied();
        if (copied.length > 0) {
          box.expunge(copied);
        }
      }
    } finally {
      filed.clear();
      if (folder.isOpen()) {
        folder.close(false); // closing with true would take out what others have marked
      }
    }
  }

  private static boolean canTakeOutSome(IMAPFolder box) throws MessagingException {
    return box.getStore() instanceof IMAPStore store && store.hasCapability("UIDPLUS");
  }

  /** Those that were really copied are marked. */
  private Message[] copied() throws MessagingException {
    List<Message> copied = new ArrayList<>();
    for (Message mail : filed) {
      if (!mail.isExpunged() && mail.isSet(Flag.DELETED)) {
        copied.add(mail);
      }
    }
    return copied.toArray(Message[]::new);
  }
}
