/**
 * Proves that the hub survives being killed at every labelled step of its work.
 *
 * <p>An invented world with its files and its mailbox stands around hubs in processes of their own,
 * which are killed where they are told to stop; what the database and the world hold afterwards is
 * checked against the hub's invariants.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.config.crash;
