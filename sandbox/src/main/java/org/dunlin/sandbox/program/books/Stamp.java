package org.dunlin.sandbox.program.books;

import java.time.Instant;
import java.util.UUID;

/**
 * What makes a record the same one after a change, and tells the change.
 *
 * @param serial counts the records of one set of books from 1
 * @param version grows with every change of any record of these books
 */
public record Stamp(long serial, UUID id, long version, Instant created, Instant changed) {}
