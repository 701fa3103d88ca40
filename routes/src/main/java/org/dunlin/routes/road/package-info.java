/**
 * The roads on which files come from servers and mailboxes: SFTP, FTPS and IMAP.
 *
 * <p>Roads of the connections that this process holds come in; each becomes a consumer of Camel
 * that looks there, brings what is whole to the one way into the inbox, and puts it away only then.
 * Passwords and keys are handed over as objects and stand in no address.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.routes.road;
