/**
 * Backups by night, and what a hub that was brought back must not do.
 *
 * <p>The clock comes in, and a hub that was just loaded. Out come files of which the older ones are
 * cleared away, and a hub that reminds nobody a second time.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.backup;
