/**
 * What was taken on the roads on which files come.
 *
 * <p>The mark of what was taken comes in; out goes whether something that still lies there was
 * taken before. It goes with its connection.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.road;
