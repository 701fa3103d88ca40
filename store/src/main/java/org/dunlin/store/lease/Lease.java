package org.dunlin.store.lease;

/**
 * The right to work on one thing until the lease ends. The version grows with every claim, so that
 * a result written {@code where lease_version = :mine} is refused once somebody else has claimed.
 *
 * @param owner the process that claimed
 */
public record Lease(String owner, long version) {}
