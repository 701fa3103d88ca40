/**
 * Has tests fail on what the hub warns of by itself: a warning that no test announced is a fault
 * that nobody would see. In come the log events of the process; out go failed classes, in the rooms
 * whose tests name {@link org.dunlin.store.warning.FailsOnWarnings} as a service.
 */
@NullMarked
package org.dunlin.store.warning;

import org.jspecify.annotations.NullMarked;
