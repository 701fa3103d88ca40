/**
 * All data of a hub as one file, and back.
 *
 * <p>The way out: one {@code REPEATABLE READ} transaction → the tables, found in the catalog, so
 * that a table of a later migration comes along by itself → {@code COPY … TO STDOUT} of each, in
 * the order of its key → a ZIP entry each → the digest of the whole file at its very end → the
 * file's real name. The way in: the digest of the whole, the structure, the digest of each entry →
 * an empty hub, brought to the schema of the backup → one transaction that loads every table, sets
 * the sequences, proves the foreign keys anew and says what the restored hub must not do → the
 * schema of this version. Both stream; nothing is held but a buffer.
 *
 * <p>Rows travel in PostgreSQL's text format, not in its binary one: it is what the types' input
 * and output functions write and read, which every major version keeps able to read what older ones
 * wrote (pg_dump rests on the same), while the manual warns that the binary format is less portable
 * across versions and machines. One row is one line, so rows can be counted in the file.
 *
 * <p>The container is a ZIP so that what is in a backup can be looked at with any tool, also when
 * there is no hub any more. ZIP has places that no checksum of its own covers; so the archive's
 * comment, which stands last, holds the SHA-256 of every byte before it, and one flipped or missing
 * byte anywhere is noticed.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.backup;
