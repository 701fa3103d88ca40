/**
 * Codes that are worth something once, and for half a minute.
 *
 * <p>A secret that an app on somebody's telephone shares, a moment and what was typed come in. What
 * goes out is whether that is a code of that moment, and how such an app is told the secret.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.onetime;
