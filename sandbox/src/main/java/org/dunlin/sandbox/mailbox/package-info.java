/**
 * The mailboxes of everybody to whom the hub writes: a real SMTP server that accepts everything.
 *
 * <p>Mails come in over SMTP on a loopback port. They go out as records, and as pages on a loopback
 * port, where everything in them is treated as hostile; for tests the server refuses, stalls or
 * hangs up when told to.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.sandbox.mailbox;
