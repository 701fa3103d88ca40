package org.dunlin.routes;

import jakarta.mail.MessagingException;

/** The conversation with the mail server had not begun, so that nothing can have left. */
final class NotConnected extends MessagingException {
  private static final long serialVersionUID = 1;

  NotConnected(MessagingException cause) {
    super(cause.getMessage(), cause);
  }
}
