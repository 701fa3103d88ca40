/**
 * Programs that are told what happens.
 *
 * <p>What somebody said of an address comes in, and how far it was told; what is new for it, and
 * how each attempt to tell it ended, goes out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.event;
