/**
 * Settings of the hub that an administrator sets in the console.
 *
 * <p>A name with a text comes in. What goes out is kept for the next start, where neither the file
 * nor the environment says it, or what is wrong with it.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.setting;
