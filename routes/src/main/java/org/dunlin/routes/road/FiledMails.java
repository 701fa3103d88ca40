package org.dunlin.routes.road;

import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * Ends a look at a mailbox. A mail that was filed is a copy in another folder and marked in this
 * one; only those are taken out of it, by UID EXPUNGE (RFC 4315). Mails that somebody else has
 * marked stay, and so does everything where a server cannot take out single mails.
 */
final class FiledMails {
  /** Marks what this hub filed, and nobody else. */
  static final String FILED = "DunlinFiled";

  private FiledMails() {}

  static void leave(Folder folder) throws MessagingException {
    if (!folder.isOpen()) {
      return;
    }
    if (folder instanceof IMAPFolder box && canExpungeSome(box)) {
      Message[] filed = filed(box);
      if (filed.length > 0) {
        box.expunge(filed);
      }
    }
    folder.close(false); // closing with true would take out what others have marked
  }

  private static boolean canExpungeSome(IMAPFolder box) throws MessagingException {
    return box.getStore() instanceof IMAPStore store && store.hasCapability("UIDPLUS");
  }

  private static Message[] filed(IMAPFolder box) throws MessagingException {
    List<Message> filed = new ArrayList<>();
    for (Message message : box.getMessages()) {
      if (!message.isExpunged()
          && message instanceof IMAPMessage mail
          && mail.isSet(Flag.DELETED)
          && mail.getFlags().contains(FILED)) {
        filed.add(mail);
      }
    }
    return filed.toArray(Message[]::new);
  }
}
