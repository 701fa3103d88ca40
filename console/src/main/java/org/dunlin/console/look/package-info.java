/**
 * What all pages have in common before they have any content.
 *
 * <p>A request comes in; the language and the theme of its reader go out, and the policy that tells
 * their browser what a page may load.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.console.look;
