/**
 * From the outbox to the outside world.
 *
 * <p>The oldest effect of each key comes in; it leaves once, or it stays with the reason why not.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.deliver;
