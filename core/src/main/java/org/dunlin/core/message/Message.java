package org.dunlin.core.message;

/**
 * A message ready to be sent.
 *
 * @param subject one line, without control characters, so that it cannot add headers
 * @param text the message in plain text, lines ended by a line feed
 * @param html the same message as an HTML document that loads nothing
 */
public record Message(String subject, String text, String html) {}
