/**
 * How much may be asked of a program in windows of an hour or more.
 *
 * <p>Each request is counted before it leaves; where a window is used up, out comes how long that
 * lasts, and polls end before notices and write-backs do.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.quota;
