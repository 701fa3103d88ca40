package org.dunlin.work.rollout;

/**
 * Whom messages of the hub come from.
 *
 * @param address the sender's; empty where there is no mail server, so that no message leaves
 */
public record MailSender(String address) {}
