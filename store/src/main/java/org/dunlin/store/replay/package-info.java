/**
 * What people have the hub do again for many at once, and how far it has come. In comes what was
 * chosen, and from time to time that a step was taken; out goes what is under way and what became
 * of it. Which deliveries and entries of the outbox are meant is asked of {@code store.view}.
 */
@NullMarked
package org.dunlin.store.replay;

import org.jspecify.annotations.NullMarked;
