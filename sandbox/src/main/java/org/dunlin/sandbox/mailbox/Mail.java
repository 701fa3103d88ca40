package org.dunlin.sandbox.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * A mail as one recipient got it.
 *
 * @param id counts up from 1 in the order of arrival
 * @param to the recipient of the envelope, in lower case
 * @param headers in their order, decoded
 * @param text the plain text; empty where there is none
 * @param html the HTML as sent, but with the pictures that came along in place of their content
 *     ids; never to be shown without a sandbox; empty where there is none
 * @param attachments the names of the documents that came along, in their order
 */
public record Mail(
    long id,
    Instant received,
    String to,
    String from,
    String subject,
    List<Header> headers,
    String text,
    String html,
    List<String> attachments) {
  /** A header field. */
  public record Header(String name, String value) {}

  public Mail {
    headers = List.copyOf(headers);
    attachments = List.copyOf(attachments);
  }
}
