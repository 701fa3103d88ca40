package org.dunlin.routes;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Set;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Refused;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed attempt means: nothing left, refused for good, or not known. A reply code of the
 * server is its word that it did not take the message: 4yz for now, 5yz for good (RFC 5321, 4.2.1).
 * Without such a word, after the connection stood, it is not known.
 */
final class MailFailures {
  private MailFailures() {}

  /**
   * Throws NotSent or Refused where that is certain, else returns what says that it is not known.
   */
  static RuntimeException of(Exception failure) throws NotSent, Refused {
    for (Throwable each = failure; each != null; each = next(each)) {
      String message = each.getMessage();
      if (each instanceof NotConnected) {
        throw new NotSent(notConnected(each), each);
      }
      if (each instanceof Incomplete) {
        throw new NotSent("The message cannot be put together: " + message, each);
      }
      if (each instanceof AddressException) {
        throw new Refused("This is not an e-mail address: " + message, true, each);
      }
      if (aboutTheSender(each)) {
        throw new NotSent("The mail server does not take messages of the hub: " + message, each);
      }
      int code = replyCode(each);
      if (code >= 500) {
        throw new Refused(
            "The mail server refused the message: " + message, aboutTheAddress(each), each);
      }
      if (code >= 400) {
        throw new NotSent("The mail server put the message off: " + message, each);
      }
    }
    return new IllegalStateException(
        "The conversation with the mail server broke off: " + failure.getMessage(), failure);
  }

  private static String notConnected(Throwable failure) {
    return failure.getCause() instanceof AuthenticationFailedException
        ? "The mail server refused user or password: " + failure.getMessage()
        : "The mail server cannot be reached: " + failure.getMessage();
  }

  /** What it says to MAIL FROM is about the hub's settings, and about no customer's address. */
  private static boolean aboutTheSender(Throwable failure) {
    return switch (failure) {
      case SMTPSenderFailedException sender -> true;
      case SMTPSendFailedException send -> String.valueOf(send.getCommand()).startsWith("MAIL");
      default -> false;
    };
  }

  /**
   * 550, 551 and 553 to RCPT speak of the mailbox (RFC 5321, 4.2.3), unless the enhanced code says
   * that it is a matter of policy (RFC 3463, X.7): of relaying, reputation or content.
   */
  private static boolean aboutTheAddress(Throwable failure) {
    return failure instanceof SMTPAddressFailedException address
        && Set.of(550, 551, 553).contains(address.getReturnCode())
        && !String.valueOf(address.getMessage()).contains(" 5.7.");
  }

  private static int replyCode(Throwable failure) {
    return switch (failure) {
      case SMTPAddressFailedException address -> address.getReturnCode();
      case SMTPSendFailedException send -> innermost(send);
      default -> 0;
    };
  }

  /** A refused recipient stands behind the failure of the message as a whole. */
  private static int innermost(SMTPSendFailedException send) {
    return send.getNextException() == null ? send.getReturnCode() : 0;
  }

  private static @Nullable Throwable next(Throwable failure) {
    if (failure instanceof MessagingException messaging && messaging.getNextException() != null) {
      return messaging.getNextException();
    }
    return failure.getCause();
  }
}
