package org.dunlin.work.intake;

/**
 * A folder of this machine that a connection names.
 *
 * @param path the folder that holds {@code in} and {@code out}
 */
public record WatchedFolder(String companyId, String connectionId, String path) {}
