/**
 * Companies and their connections as people and the settings file say them.
 *
 * <p>Fields come in from a page, a program or the file, each with who says it. What differs from
 * what is kept is written, with its origin, and journalled; what the file says nobody else changes.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.profile;
